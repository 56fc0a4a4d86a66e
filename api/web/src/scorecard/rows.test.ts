import { describe, expect, it } from 'vitest';
import type { ScorecardRow } from '../api/types';
import { sampleRow } from '../testing/samples';
import { toCsv } from './csv';
import { COLUMNS, countStatuses, DEFAULT_SORT, filterRows, readSort, sortRows, writeSort } from './rows';

const rows = [
  sampleRow('A', 'met', { gap: 5, nameVi: 'Cáp quang' }),
  sampleRow('B', 'missed', { gap: -9, ownerAgency: 'Sở Nội vụ' }),
  sampleRow('C', 'noData'),
  sampleRow('D', 'atRisk', { gap: -2 }),
];
const ids = (list: readonly ScorecardRow[]): string => list.map((item) => item.target.id).join('');

describe('the scorecard', () => {
  it('shows the worst first, and rows without data last', () => {
    expect(ids(sortRows(rows, DEFAULT_SORT))).toBe('BDAC');
    expect(ids(sortRows(rows, { column: 'status', isDown: false }))).toBe('ADBC');
  });

  it('sorts numbers as numbers, with nothing last both ways', () => {
    expect(ids(sortRows(rows, { column: 'gap', isDown: true }))).toBe('ADBC');
    expect(ids(sortRows(rows, { column: 'gap', isDown: false }))).toBe('BDAC');
  });

  it('keeps the order by id among equals', () => {
    expect(ids(sortRows([...rows].reverse(), { column: 'due', isDown: false }))).toBe('ABCD');
  });

  it.each([
    ['nothing chosen', [], '', 'ABCD'],
    ['one status', ['missed'], '', 'B'],
    ['several', ['met', 'noData'], '', 'AC'],
    ['a word without marks', [], 'cap quang', 'A'],
    ['an owner', [], 'nội vụ', 'B'],
    ['both, in vain', ['met'], 'nội vụ', ''],
  ] as const)('filters by %s', (_, statuses, find, expected) => {
    expect(ids(filterRows(rows, statuses, find))).toBe(expected);
  });

  it('counts every status, those without rows too', () => {
    expect(countStatuses(rows).map((item) => item.count)).toEqual([1, 0, 1, 0, 1, 1]);
    expect(countStatuses([]).every((item) => item.count === 0)).toBe(true);
  });

  it('reads from the address what it wrote there', () => {
    for (const column of COLUMNS) {
      for (const isDown of [true, false]) {
        expect(readSort(writeSort({ column, isDown }))).toEqual({ column, isDown });
      }
    }
    expect(readSort('weather')).toEqual(DEFAULT_SORT);
  });
});

describe('CSV', () => {
  it('follows the decimal sign of the language', () => {
    expect(toCsv([['a', 1.5]], ',')).toBe('\ufeffa;1,5\r\n');
    expect(toCsv([['a', 1.5]], '.')).toBe('\ufeffa,1.5\r\n');
  });

  it.each([
    ['a separator', 'x;y', '"x;y"'],
    ['a quote', 'say "no"', '"say ""no"""'],
    ['a line break', 'x\ny', '"x\ny"'],
    ['a formula', '=1+1', "'=1+1"],
    ['nothing', null, ''],
  ])('guards %s', (_, cell, written) => {
    expect(toCsv([[cell]], ',')).toBe(`\ufeff${written}\r\n`);
  });
});
