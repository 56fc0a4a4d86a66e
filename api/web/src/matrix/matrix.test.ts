import { describe, expect, it } from 'vitest';
import type { Matrix, MatrixRow } from '../api/types';
import { sampleUnit } from '../testing/samples';
import { BY_NAME, columnsOf, countStatuses, filterRows, readSort, sortRows, step, toRows, writeSort } from './matrix';

const row = (unit: string, values: (number | null)[], statuses: (string | null)[]): MatrixRow => ({
  unit,
  values,
  statuses,
  periods: values.map(() => '2024-12'),
  gaps: values.map(() => null),
  targets: statuses.map((status) => (status === null ? null : 'T')),
});
const matrix: Matrix = {
  period: '2024-12',
  level: 'district',
  indicators: ['FIBER', 'RANK'],
  items: [
    row('303', [80, 3], ['met', null]),
    row('304', [null, 1], ['noData', null]),
    row('305', [62.5, null], ['missed', null]),
    row('999', [1, 1], ['met', null]),
  ],
};
const units = ['303', '304', '305'].map((code) => ({
  ...sampleUnit(code, 'district', '31'),
  nameVi: `Quận ${code}`,
}));
const rows = toRows(matrix, (code) => units.find((unit) => unit.code === code) ?? null);
const codes = (list: typeof rows): string => list.map(({ unit }) => unit.code).join(' ');

describe('the matrix', () => {
  it('leaves out a unit that does not stand on the day', () => {
    expect(codes(rows)).toBe('303 304 305');
  });

  it('sorts by value and by status, with nothing last both ways', () => {
    const by = (column: string, isDown: boolean, cells: 'value' | 'status'): string =>
      codes(sortRows(rows, { column, isDown }, matrix.indicators, cells));
    expect(by('FIBER', true, 'value')).toBe('303 305 304');
    expect(by('FIBER', false, 'value')).toBe('305 303 304');
    expect(by('FIBER', true, 'status')).toBe('305 303 304');
    expect(by(BY_NAME, true, 'value')).toBe('305 304 303');
  });

  it('filters by name without marks and by the status of any cell', () => {
    expect(codes(filterRows(rows, [], 'quan 304'))).toBe('304');
    expect(codes(filterRows(rows, ['missed', 'met'], ''))).toBe('303 305');
    expect(codes(filterRows(rows, ['atRisk'], ''))).toBe('');
  });

  it('counts cells and not units, and none without a target', () => {
    const counts = Object.fromEntries(countStatuses(rows).map(({ status, count }) => [status, count]));
    expect(counts).toEqual({ met: 1, onTrack: 0, atRisk: 0, offTrack: 0, missed: 1, noData: 1 });
  });

  it('reads from the address what it wrote there', () => {
    for (const column of [BY_NAME, 'FIBER', 'RANK']) {
      for (const isDown of [true, false]) {
        expect(readSort(writeSort({ column, isDown }), matrix.indicators)).toEqual({ column, isDown });
      }
    }
    expect(readSort('-WEATHER', matrix.indicators)).toEqual({ column: BY_NAME, isDown: false });
  });

  it.each([
    ['ArrowDown', [1, 1]],
    ['ArrowUp', [0, 1]],
    ['ArrowRight', [0, 1]],
    ['ArrowLeft', [0, 0]],
    ['Home', [0, 0]],
    ['End', [0, 1]],
    ['PageDown', [2, 1]],
    ['a', null],
  ] as const)('goes by %s and stays inside', (key, expected) => {
    expect(step(key, [0, 1], 3, 2)).toEqual(expected);
  });

  it('knows no indicator of a code that is not in the catalogue', () => {
    expect(columnsOf(matrix, [])).toEqual([null, null]);
  });
});
