/** The rows of the matrix units × indicators: filtered, sorted, and where the keyboard goes. Pure. */

import type { Indicator, Matrix, MatrixRow, Unit } from '../api/types';
import { compareKeys, compareNames, type Sort } from '../controls/sorting';
import { STATUSES, asStatus, type Status } from '../scale/statuses';
import { fold } from '../search/match';

export interface UnitRow {
  readonly unit: Unit;
  readonly cells: MatrixRow;
}

/** By the name of the unit, or by the column of an indicator. */
export const BY_NAME = 'name';
export const DEFAULT_SORT: Sort<string> = { column: BY_NAME, isDown: false };

/** `-CODE` is by that indicator, largest or worst first. Anything that is no column is the default. */
export function readSort(text: string | null, columns: readonly string[]): Sort<string> {
  const column = text?.replace(/^-/, '') ?? '';
  return column === BY_NAME || columns.includes(column)
    ? { column, isDown: text?.startsWith('-') ?? false }
    : DEFAULT_SORT;
}

export function writeSort({ column, isDown }: Sort<string>): string | null {
  return column === BY_NAME && !isDown ? null : `${isDown ? '-' : ''}${column}`;
}

/** The units that have a row, with it. */
export function toRows(matrix: Matrix, find: (code: string) => Unit | null): readonly UnitRow[] {
  return matrix.items.flatMap((cells) => {
    const unit = find(cells.unit);
    return unit ? [{ unit, cells }] : [];
  });
}

/** Those whose name or code holds every word, and which have a cell of one of the statuses (all, without any). */
export function filterRows(
  rows: readonly UnitRow[],
  statuses: readonly Status[],
  find: string,
): readonly UnitRow[] {
  const words = fold(find).split(/\s+/).filter(Boolean);
  return rows.filter(({ unit, cells }) => {
    const text = fold(`${unit.nameVi} ${unit.code}`);
    return (
      words.every((word) => text.includes(word)) &&
      (statuses.length === 0 || cells.statuses.some((status) => status !== null && statuses.includes(asStatus(status))))
    );
  });
}

/** Sorted; rows without what is sorted by come last whichever way the others go, and equals by name. */
export function sortRows(
  rows: readonly UnitRow[],
  { column, isDown }: Sort<string>,
  columns: readonly string[],
  cells: 'value' | 'status',
): readonly UnitRow[] {
  const at = columns.indexOf(column);
  const keyOf = ({ unit, cells: row }: UnitRow): string | number | null => {
    if (at < 0) {
      return unit.nameVi;
    }
    if (cells === 'value') {
      return row.values[at] ?? null;
    }
    const status = asStatus(row.statuses[at]);
    return status === 'noData' ? null : STATUSES.indexOf(status);
  };
  return [...rows].sort(
    (a, b) => compareKeys(keyOf(a), keyOf(b), isDown) || compareNames(a.unit.nameVi, b.unit.nameVi),
  );
}

/** How many cells each status has. */
export function countStatuses(
  rows: readonly UnitRow[],
): readonly { readonly status: Status; readonly count: number }[] {
  const all = rows.flatMap(({ cells }) => cells.statuses.filter((status) => status !== null).map(asStatus));
  return STATUSES.map((status) => ({ status, count: all.filter((other) => other === status).length }));
}

/** Where an arrow key leads to in a grid of so many rows and columns; `null` for keys that lead nowhere. */
export function step(
  key: string,
  [row, column]: readonly [number, number],
  rows: number,
  columns: number,
): readonly [number, number] | null {
  const to = (r: number, c: number): readonly [number, number] => [
    Math.min(Math.max(r, 0), rows - 1),
    Math.min(Math.max(c, 0), columns - 1),
  ];
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, columns - 1);
    case 'PageUp':
      return to(row - 10, column);
    case 'PageDown':
      return to(row + 10, column);
    default:
      return null;
  }
}

/** The indicators of the columns, in their order; a code that is not in the catalogue has none. */
export function columnsOf(matrix: Matrix, indicators: readonly Indicator[]): readonly (Indicator | null)[] {
  return matrix.indicators.map((code) => indicators.find((indicator) => indicator.code === code) ?? null);
}
