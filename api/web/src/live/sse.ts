/**
 * The live feed. The browser's own EventSource comes back by itself after a dropped connection and says what it saw
 * last; only where it gives up (the server refused) does this open a new one, and then everything is fetched again.
 */

import { signal } from '@preact/signals';
import type { AlertNotice, RollupChanges } from '../api/types';

/** Whether changes arrive, and since when not. */
export type LiveState =
  { readonly state: 'connecting' } | { readonly state: 'live' } | { readonly state: 'broken'; readonly since: Date };

export const live = signal<LiveState>({ state: 'connecting' });

const FIRST_RETRY_MILLISECONDS = 1_000;
const LONGEST_RETRY_MILLISECONDS = 30_000;

export interface LiveHandlers {
  /** Figures changed. */
  readonly onRollup: (changes: RollupChanges) => void;
  /** Something happened to an alert. */
  readonly onAlert: (notice: AlertNotice) => void;
  /** The city itself has changed: its units, boundaries or plans. */
  readonly onCity: () => void;
  /** Something was missed: all that is shown has to be fetched again. */
  readonly onReset: () => void;
}

/** Listens to the changes of a unit and all below it until the page closes. */
export function listen(unit: string, handlers: LiveHandlers): void {
  const url = `/v1/events?unit=${encodeURIComponent(unit)}&kinds=rollup,alert,city`;
  let retry = FIRST_RETRY_MILLISECONDS;
  let hasMissed = false;

  const open = (): void => {
    const source = new EventSource(url);
    source.addEventListener('open', () => {
      retry = FIRST_RETRY_MILLISECONDS;
      live.value = { state: 'live' };
      if (hasMissed) {
        hasMissed = false;
        handlers.onReset();
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
      if (source.readyState === EventSource.CLOSED) {
        hasMissed = true;
        setTimeout(open, retry);
        retry = Math.min(retry * 2, LONGEST_RETRY_MILLISECONDS);
      }
    });
  };
  open();
}

function readJson<T>(data: string): T | null {
  try {
    return JSON.parse(data) as T;
  } catch {
    return null;
  }
}
