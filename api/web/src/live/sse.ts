/**
 * The live feed. The browser's own EventSource comes back by itself after a dropped connection and says what it saw
 * last; only where it gives up (the server refused) does this open a new one, and then everything is fetched again.
 */

import { signal } from '@preact/signals';
import type { AlertNotice, Case, FleetPositions, RollupChanges } from '../api/types';

/** Whether changes arrive, and since when not. */
export type LiveState =
  { readonly state: 'connecting' } | { readonly state: 'live' } | { readonly state: 'broken'; readonly since: Date };

export const live = signal<LiveState>({ state: 'connecting' });

/** Whether somebody looks at where vessels are: only then the feed brings it. */
export const watchesVessels = signal(false);

const FIRST_RETRY_MILLISECONDS = 1_000;
const LONGEST_RETRY_MILLISECONDS = 30_000;

export interface LiveHandlers {
  /** Figures changed. */
  readonly onRollup: (changes: RollupChanges) => void;
  /** Something happened to an alert. */
  readonly onAlert: (notice: AlertNotice) => void;
  /** Vessels moved. */
  readonly onPosition: (positions: FleetPositions) => void;
  /** A case was opened or taken further. */
  readonly onCase: (changed: Case) => void;
  /** The city itself has changed: its units, boundaries or plans. */
  readonly onCity: () => void;
  /** Something was missed: all that is shown has to be fetched again. */
  readonly onReset: () => void;
}

/** Listens to the changes of a unit and all below it until the page closes. */
export function listen(unit: string, handlers: LiveHandlers): void {
  let retry = FIRST_RETRY_MILLISECONDS;
  let hasMissed = false;
  let lastEventId = '';
  let current: EventSource | null = null;

  const open = (): void => {
    const source = new EventSource(urlOf(unit, watchesVessels.peek(), hasMissed ? '' : lastEventId));
    current = source;
    source.addEventListener('open', () => {
      retry = FIRST_RETRY_MILLISECONDS;
      live.value = { state: 'live' };
      if (hasMissed) {
        hasMissed = false;
        handlers.onReset();
      }
    });
    for (const kind of ['rollup', 'alert', 'case', 'position', 'city', 'reset']) {
      source.addEventListener(kind, (event) => {
        lastEventId = (event as MessageEvent<string>).lastEventId;
      });
    }
    source.addEventListener('position', (event) => {
      const positions = readJson<FleetPositions>((event as MessageEvent<string>).data);
      if (positions) {
        handlers.onPosition(positions);
      }
    });
    source.addEventListener('rollup', (event) => {
      const changes = readJson<RollupChanges>((event as MessageEvent<string>).data);
      if (changes) {
        handlers.onRollup(changes);
      }
    });
    source.addEventListener('alert', (event) => {
      const notice = readJson<AlertNotice>((event as MessageEvent<string>).data);
      if (notice) {
        handlers.onAlert(notice);
      }
    });
    source.addEventListener('case', (event) => {
      const changed = readJson<Case>((event as MessageEvent<string>).data);
      if (changed) {
        handlers.onCase(changed);
      }
    });
    source.addEventListener('city', () => {
      handlers.onCity();
      // Which units are below is settled when one begins to listen: new ones are only heard by listening anew.
      source.close();
      hasMissed = true;
      open();
    });
    source.addEventListener('reset', handlers.onReset);
    source.addEventListener('error', () => {
      if (live.peek().state !== 'broken') {
        live.value = { state: 'broken', since: new Date() };
      }
      if (source.readyState === EventSource.CLOSED && source === current) {
        hasMissed = true;
        setTimeout(() => source === current && open(), retry);
        retry = Math.min(retry * 2, LONGEST_RETRY_MILLISECONDS);
      }
    });
  };
  open();
  let wasWatching = watchesVessels.peek();
  watchesVessels.subscribe((isWatching) => {
    if (isWatching !== wasWatching) {
      wasWatching = isWatching;
      current?.close();
      // Without an event yet nothing can be gone on from.
      hasMissed ||= lastEventId === '';
      open();
    }
  });
}

/** Where to listen. Vessels of no unit are wanted too, so with them one listens to all. */
function urlOf(unit: string, watches: boolean, lastEventId: string): string {
  const from = lastEventId === '' ? '' : `&lastEventId=${lastEventId}`;
  return watches
    ? `/v1/events?kinds=rollup,alert,case,city,position${from}`
    : `/v1/events?unit=${encodeURIComponent(unit)}&kinds=rollup,alert,case,city${from}`;
}

function readJson<T>(data: string): T | null {
  try {
    return JSON.parse(data) as T;
  } catch {
    return null;
  }
}
