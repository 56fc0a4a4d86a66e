/** The rows of the quality view: filtered, sorted, and which status a score is shown as. Pure. */

import type { Held, UnitQuality } from '../api/types';
import { compareKeys, compareNames, type Sort } from '../controls/sorting';
import { STATUSES, type Status } from '../scale/statuses';
import { fold } from '../search/match';

/** The four scores, in the order in which they are said. */
export const DIMENSIONS = ['correct', 'complete', 'clean', 'live'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const COLUMNS = ['name', ...DIMENSIONS, 'deductions', 'waiting'] as const;
export type Column = (typeof COLUMNS)[number];

/** What needs somebody comes first. */
export const DEFAULT_SORT: Sort<Column> = { column: 'complete', isDown: false };

/** `-name` is by that column from the other end. Anything that is no column is the default. */
export function readQualitySort(text: string | null): Sort<Column> {
  const column = COLUMNS.find((one) => one === text?.replace(/^-/, ''));
  return column ? { column, isDown: text?.startsWith('-') ?? false } : DEFAULT_SORT;
}

export function writeQualitySort({ column, isDown }: Sort<Column>): string | null {
  return column === DEFAULT_SORT.column && isDown === DEFAULT_SORT.isDown ? null : `${isDown ? '-' : ''}${column}`;
}

/** How a score is shown: the five colours of statuses, from 95 down. */
export function statusOfScore(score: number | null | undefined): Status {
  if (score === null || score === undefined) {
    return 'noData';
  }
  const floors: readonly (readonly [number, Status])[] = [
    [95, 'met'],
    [85, 'onTrack'],
    [70, 'atRisk'],
    [50, 'offTrack'],
  ];
  return floors.find(([floor]) => score >= floor)?.[1] ?? 'missed';
}

/** Those whose name or code holds every word, and whose lowest score is shown as one of the statuses, if any. */
export function filterQuality(
  rows: readonly UnitQuality[],
  statuses: readonly Status[],
  find: string,
): readonly UnitQuality[] {
  const words = fold(find).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = fold(`${row.nameVi} ${row.unit}`);
    return (
      words.every((word) => text.includes(word)) &&
      (statuses.length === 0 || statuses.includes(statusOfScore(row.lowest)))
    );
  });
}

/** How many units have a lowest score that is shown so. */
export function countScores(
  rows: readonly UnitQuality[],
): readonly { readonly status: Status; readonly count: number }[] {
  return STATUSES.map((status) => ({
    status,
    count: rows.filter((row) => statusOfScore(row.lowest) === status).length,
  }));
}

/** Sorted; units without what is sorted by come last whichever way the others go, and equals by name. */
export function sortQuality(rows: readonly UnitQuality[], { column, isDown }: Sort<Column>): readonly UnitQuality[] {
  const keyOf = (row: UnitQuality): string | number | null => {
    switch (column) {
      case 'name':
        return row.nameVi;
      case 'deductions':
      case 'waiting':
        return row[column];
      default:
        return row[column].mean;
    }
  };
  return [...rows].sort((a, b) => compareKeys(keyOf(a), keyOf(b), isDown) || compareNames(a.nameVi, b.nameVi));
}

/** Where held observations stand, what waits first. */
export const HELD_STATES = ['held', 'released', 'corrected', 'discarded'] as const;
export type HeldState = (typeof HELD_STATES)[number];

/** Reads states out of an address; what waits, where it says nothing. */
export function readHeldStates(text: string | null): readonly HeldState[] {
  const wanted = (text ?? 'held').split(' ');
  return HELD_STATES.filter((state) => wanted.includes(state));
}

export function countHeld(items: readonly Held[]): readonly { readonly state: HeldState; readonly count: number }[] {
  return HELD_STATES.map((state) => ({ state, count: items.filter((item) => item.state === state).length }));
}

/** A number as somebody types it: `58,6` and `58.6` are the same, marks between thousands are none; else `null`. */
export function readTyped(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
