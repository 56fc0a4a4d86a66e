/** Brings live changes to what is shown. */

import type { Figure, Rollup, RollupChanges } from '../api/types';
import { cache, keys, periods } from '../state/model';
import { LEVELS } from '../state/territory';
import { mergeChanges } from './merge';
import { Stale } from './stale';

/** How long to gather changes before statuses, trends and scorecards are fetched again: a bulk load sends thousands. */
const SETTLE_MILLISECONDS = 400;

let stale = new Stale();
let isCityStale = false;
let settle: ReturnType<typeof setTimeout> | undefined;

/** Shows the new values at once, and fetches what follows from them shortly after. */
export function applyChanges({ changes, total }: RollupChanges): void {
  for (const group of Map.groupBy(changes, ({ indicator, period }) => `${indicator}|${period}`).values()) {
    const { indicator, period } = group[0] as Figure;
    for (const level of LEVELS) {
      cache.update<readonly Rollup[]>(keys.rollups(level, indicator, period), (items) => mergeChanges(items, group));
    }
  }
  for (const change of changes) {
    const { unit, indicator, period } = change;
    cache.update<Rollup>(keys.rollup(unit, indicator, period), (item) => mergeChanges([item], [change])[0] ?? item);
    stale.add(change);
  }
  // The server sends the first so many changes of a burst and says how many there were.
  if (total > changes.length) {
    stale.addAll();
  }
  // The first report of a period lengthens the slider; the first of all ends the empty city.
  isCityStale ||= changes.some(({ period }) => !periods.peek().includes(period));
  settle ??= setTimeout(() => {
    const [due, isCityDue] = [stale, isCityStale];
    [stale, isCityStale, settle] = [new Stale(), false, undefined];
    cache.renew((key) => due.has(key) || (isCityDue && key === keys.city));
  }, SETTLE_MILLISECONDS);
}

/** Fetches every figure again: some changes were missed. */
export function resetFigures(): void {
  const all = new Stale();
  all.addAll();
  cache.renew((key) => all.has(key) || key === keys.city);
}
