/** Two periods side by side on one set of boundaries. Pure. */

import type { Rollup, Unit } from '../api/types';

export interface CompareRow {
  readonly unit: Unit;
  readonly before: Rollup | undefined;
  readonly after: Rollup | undefined;
  /** After less before; `null` where one of them has no value. */
  readonly difference: number | null;
  /**
   * What the dividing of units alone may have made of the difference: both errors together; `null` where one is not
   * known.
   */
  readonly error: number | null;
}

/** One row a unit, the largest fall first and those without a difference last. */
export function compareRows(
  units: readonly Unit[],
  before: readonly Rollup[],
  after: readonly Rollup[],
): readonly CompareRow[] {
  const [earlier, later] = [byUnit(before), byUnit(after)];
  return units
    .map((unit) => {
      const [one, other] = [earlier.get(unit.code), later.get(unit.code)];
      return { unit, before: one, after: other, difference: differenceOf(one, other), error: errorOf(one, other) };
    })
    .sort(
      (a, b) =>
        Number(a.difference === null) - Number(b.difference === null) ||
        (a.difference ?? 0) - (b.difference ?? 0) ||
        a.unit.code.localeCompare(b.unit.code),
    );
}

/** Whether the difference is larger than what dividing units may have made of it. */
export function isSure({ difference, error }: CompareRow): boolean {
  return difference !== null && error !== null && Math.abs(difference) > 2 * error;
}

function byUnit(items: readonly Rollup[]): ReadonlyMap<string, Rollup> {
  return new Map(items.map((item) => [item.unit, item]));
}

function differenceOf(before: Rollup | undefined, after: Rollup | undefined): number | null {
  const [from, to] = [before?.value ?? null, after?.value ?? null];
  return from === null || to === null ? null : to - from;
}

function errorOf(before: Rollup | undefined, after: Rollup | undefined): number | null {
  const errors = [before, after].map((item) => (item?.rebasing ? item.rebasing.standardError : 0));
  const known = errors.filter((error) => error !== null);
  return known.length < errors.length ? null : Math.hypot(...known);
}
