/** Brings live changes to what is shown. */

import { cache, keys } from '../state/model';
import type { Figure, Rollup, RollupChanges } from '../api/types';
import { LEVELS } from '../state/territory';
import { mergeChanges } from './merge';

/** How long to gather changes before statuses, trends and scorecards are fetched again: a bulk load sends thousands. */
const SETTLE_MILLISECONDS = 400;

let settle: ReturnType<typeof setTimeout> | undefined;
const touched = new Set<string>();

/** Shows the new values at once, and fetches what follows from them shortly after. */
export function applyChanges({ changes, total }: RollupChanges): void {
  const groups = Map.groupBy(changes, (change) => `${change.indicator}|${change.period}`);
  for (const group of groups.values()) {
    const { indicator, period } = group[0] as Figure;
    for (const level of LEVELS) {
      cache.update<readonly Rollup[]>(keys.rollups(level, indicator, period), (items) => mergeChanges(items, group));
    }
  }
  for (const change of changes) {
    const { unit, indicator, period } = change;
    cache.update<Rollup>(keys.rollup(unit, indicator, period), (item) => mergeChanges([item], [change])[0] ?? item);
    touched.add(`|${indicator}|${period}`).add(`series|${unit}|${indicator}`).add(`scorecard|${unit}|`);
  }
  // The server sends the first so many changes of a burst and says how many there were.
  if (total > changes.length) {
    touched.add('|');
  }
  settle ??= setTimeout(() => {
    settle = undefined;
    const marks = [...touched];
    touched.clear();
    refresh((key) =>
      marks.some((mark) => (mark.startsWith('|') ? key.endsWith(mark) || mark === '|' : key.startsWith(mark))),
    );
  }, SETTLE_MILLISECONDS);
}

/** Fetches every figure again. */
export function resetFigures(): void {
  refresh(() => true);
}

function refresh(test: (key: string) => boolean): void {
  cache.renew((key) => /^(rollups?|series|scorecard)\|/.test(key) && test(key));
}
