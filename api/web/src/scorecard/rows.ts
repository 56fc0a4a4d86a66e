/** The rows of the scorecard: filtered, sorted, counted. Pure. */

import type { ScorecardRow } from '../api/types';
import { compareKeys, compareNames, type Sort } from '../controls/sorting';
import { STATUSES, asStatus, type Status } from '../scale/statuses';
import { fold } from '../search/match';

export const COLUMNS = [
  'status',
  'name',
  'value',
  'target',
  'gap',
  'trend',
  'required',
  'projected',
  'due',
  'owner',
] as const;
export type ScoreColumn = (typeof COLUMNS)[number];

export type ScoreSort = Sort<ScoreColumn>;

/** Worst first: what needs doing is at the top. */
export const DEFAULT_SORT: ScoreSort = { column: 'status', isDown: true };

/** `-gap` is by gap, largest first. Anything else is the default. */
export function readSort(text: string | null): ScoreSort {
  const name = text?.replace(/^-/, '');
  const column = COLUMNS.find((candidate) => candidate === name);
  return column ? { column, isDown: text?.startsWith('-') ?? false } : DEFAULT_SORT;
}

export function writeSort({ column, isDown }: ScoreSort): string | null {
  return column === DEFAULT_SORT.column && isDown === DEFAULT_SORT.isDown ? null : `${isDown ? '-' : ''}${column}`;
}

/** How many rows each status has, in the order of the statuses; those without rows too. */
export function countStatuses(
  rows: readonly ScorecardRow[],
): readonly { readonly status: Status; readonly count: number }[] {
  return STATUSES.map((status) => ({ status, count: rows.filter((row) => asStatus(row.status) === status).length }));
}

/** The rows of those statuses (all, without any) whose texts hold every word that was typed. */
export function filterRows(
  rows: readonly ScorecardRow[],
  statuses: readonly Status[],
  find: string,
): readonly ScorecardRow[] {
  const words = fold(find).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = fold(
      [row.target.id, row.target.planId, row.target.nameVi, row.target.nameEn, row.target.ownerAgency ?? ''].join(' '),
    );
    return (
      (statuses.length === 0 || statuses.includes(asStatus(row.status))) && words.every((word) => text.includes(word))
    );
  });
}

/** Sorted; rows without what is sorted by come last whichever way the others go, and equals by id. */
export function sortRows(rows: readonly ScorecardRow[], { column, isDown }: ScoreSort): readonly ScorecardRow[] {
  return [...rows].sort(
    (a, b) => compareKeys(keyOf(a, column), keyOf(b, column), isDown) || compareNames(a.target.id, b.target.id),
  );
}

function keyOf(row: ScorecardRow, column: ScoreColumn): string | number | null {
  switch (column) {
    case 'status': {
      const status = asStatus(row.status);
      return status === 'noData' ? null : STATUSES.indexOf(status);
    }
    case 'name':
      return row.target.nameVi;
    case 'value':
      return row.figure?.value ?? null;
    case 'target':
      return row.target.value;
    case 'gap':
      return row.gap;
    case 'trend':
      return row.trendPerMonth;
    case 'required':
      return row.requiredPerPeriod;
    case 'projected':
      return row.projectedDate;
    case 'due':
      return row.target.dueDate;
    case 'owner':
      return row.target.ownerAgency;
  }
}
