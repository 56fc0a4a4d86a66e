/** The rows of the map as a table. Pure. */

import type { Rollup, Unit } from '../api/types';
import { compareKeys, compareNames, type Sort } from '../controls/sorting';
import { statusOf } from '../scale/scale';
import { STATUSES } from '../scale/statuses';

export type UnitColumn = 'name' | 'value' | 'status' | 'coverage';

export interface UnitRow {
  readonly unit: Unit;
  readonly rollup: Rollup | undefined;
}

/** Sorted; units without a figure come last whichever way the others go, and equals by name. */
export function sortUnits(rows: readonly UnitRow[], { column, isDown }: Sort<UnitColumn>): readonly UnitRow[] {
  return [...rows].sort(
    (a, b) => compareKeys(keyOf(a, column), keyOf(b, column), isDown) || compareNames(a.unit.nameVi, b.unit.nameVi),
  );
}

/** Whether any unit gathers the reports of others; one that reports itself has nothing to cover. */
export function haveCoverage(rows: readonly { readonly rollup: Rollup | undefined }[]): boolean {
  return rows.some(({ rollup }) => (rollup?.coverage.expected ?? 0) > 1);
}

function keyOf({ unit, rollup }: UnitRow, column: UnitColumn): string | number | null {
  switch (column) {
    case 'name':
      return unit.nameVi;
    case 'value':
      return rollup?.value ?? null;
    case 'coverage':
      return rollup ? rollup.coverage.reported / Math.max(1, rollup.coverage.expected) : null;
    case 'status':
      // Best first is "up".
      return rollup ? -STATUSES.indexOf(statusOf(rollup)) : null;
  }
}
