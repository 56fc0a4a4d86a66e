/** Live changes put into the answers that are already here. Pure. */

import type { Rollup } from '../api/types';

/** Whether a change is newer than what is shown: feeds may repeat and reorder. */
export function isNewer(change: Rollup, current: Rollup): boolean {
  return change.version > current.version;
}

/** A list with the changes of its own indicator, period and units taken over; the same list where nothing changed. */
export function mergeChanges(items: readonly Rollup[], changes: readonly Rollup[]): readonly Rollup[] {
  const first = items[0];
  if (!first || changes.length === 0) {
    return items;
  }
  const byUnit = new Map(changes.map((change) => [change.unit, change]));
  let hasChanged = false;
  const merged = items.map((item) => {
    const change = byUnit.get(item.unit);
    if (!change || change.indicator !== item.indicator || change.period !== item.period || !isNewer(change, item)) {
      return item;
    }
    hasChanged = true;
    return mergeOne(item, change);
  });
  return hasChanged ? merged : items;
}

/** One figure with a change taken over. A change without targets leaves the last ones until they are fetched. */
export function mergeOne(item: Rollup, change: Rollup): Rollup {
  return { ...item, ...change, targets: change.targets?.length ? change.targets : item.targets };
}
