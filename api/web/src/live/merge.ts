/** Live changes put into the answers that are already here. Pure. */

import type { Figure, Rollup } from '../api/types';

/** Whether a change is newer than what is shown: feeds may repeat and reorder. */
export function isNewer(change: Figure, current: Figure): boolean {
  return change.version > current.version;
}

/** A list with the changes of its own indicator, period and units taken over; the same list where nothing changed. */
export function mergeChanges(items: readonly Rollup[], changes: readonly Figure[]): readonly Rollup[] {
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

/** One figure with a change taken over. Its targets stay as they were until they are fetched again. */
function mergeOne(item: Rollup, change: Figure): Rollup {
  return { ...item, ...change, targets: item.targets };
}
