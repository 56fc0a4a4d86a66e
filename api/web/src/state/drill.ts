/** Moving through the tree: into a unit, out of it, to any. */

import { city, scope, selected, territory } from './model';
import { go } from './navigation';

/** Goes into a unit. One without anything below is selected instead, and the map goes closer. */
export function drill(code: string): void {
  const tree = territory.peek();
  if (!tree?.find(code)) {
    return;
  }
  if (tree.children(code).length > 0) {
    go({ unit: asScope(code), level: null, selected: null, camera: null });
  } else {
    select(code);
  }
}

/** Opens the card of a unit; `null` closes it. */
export function select(code: string | null): void {
  go({ selected: code });
}

/** Goes to the unit above, with the one that one comes from selected. */
export function goUp(): void {
  const from = scope.peek();
  if (from?.upperUnit && territory.peek()?.find(from.upperUnit)) {
    go({ unit: asScope(from.upperUnit), level: null, selected: from.code, camera: null });
  }
}

/** Shows any unit where it stands: among its neighbours, selected. */
export function show(code: string): void {
  const unit = territory.peek()?.find(code);
  if (!unit) {
    return;
  }
  if (unit.upperUnit === null) {
    go({ unit: null, level: null, selected: null, camera: null });
  } else {
    go({ unit: asScope(unit.upperUnit), level: unit.level, selected: unit.code, camera: null });
  }
}

/** One step back out, for Escape: the card first, then the unit. */
export function stepOut(): void {
  if (selected.peek()) {
    select(null);
  } else {
    goUp();
  }
}

/** The city itself stays out of the address. */
function asScope(code: string): string | null {
  return code === city.peek().value?.rootUnit ? null : code;
}
