import { describe, expect, it } from 'vitest';
import type { Held, UnitQuality } from '../api/types';
import {
  countHeld,
  countScores,
  filterQuality,
  readHeldStates,
  readQualitySort,
  readTyped,
  sortQuality,
  statusOfScore,
  writeQualitySort,
} from './quality';

const score = (mean: number | null): UnitQuality['correct'] => ({ mean, worst: mean, worstUnit: null, values: 1 });
const row = (unit: string, nameVi: string, complete: number | null, lowest: number | null = complete): UnitQuality => ({
  unit,
  nameVi,
  nameEn: nameVi,
  level: 'district',
  period: '2024-12',
  asOf: null,
  lowest,
  correct: score(100),
  complete: score(complete),
  clean: score(100),
  live: score(100),
  deductions: 0,
  waiting: 0,
});
const rows = [row('303', 'Hồng Bàng', 90), row('304', 'Ngô Quyền', null), row('305', 'Lê Chân', 40)];
const codes = (list: readonly UnitQuality[]): string => list.map(({ unit }) => unit).join(' ');

describe('the status of a score', () => {
  it.each([
    [100, 'met'],
    [95, 'met'],
    [94.9, 'onTrack'],
    [85, 'onTrack'],
    [84.9, 'atRisk'],
    [70, 'atRisk'],
    [69.9, 'offTrack'],
    [50, 'offTrack'],
    [49.9, 'missed'],
    [0, 'missed'],
    [null, 'noData'],
  ])('of %s is %s', (value, status) => {
    expect(statusOfScore(value)).toBe(status);
  });
});

describe('the rows', () => {
  it('are sorted by a score, those without one last both ways', () => {
    expect(codes(sortQuality(rows, { column: 'complete', isDown: false }))).toBe('305 303 304');
    expect(codes(sortQuality(rows, { column: 'complete', isDown: true }))).toBe('303 305 304');
  });

  it('are sorted by name as Vietnamese orders it, and so are equals', () => {
    expect(codes(sortQuality(rows, { column: 'name', isDown: false }))).toBe('303 305 304');
    expect(codes(sortQuality(rows, { column: 'clean', isDown: false }))).toBe('303 305 304');
  });

  it('are found by words of the name without marks, by code, and by the colour of the lowest score', () => {
    expect(codes(filterQuality(rows, [], 'chan le'))).toBe('305');
    expect(codes(filterQuality(rows, [], '304'))).toBe('304');
    expect(codes(filterQuality(rows, ['missed', 'noData'], ''))).toBe('304 305');
    expect(countScores(rows).find(({ status }) => status === 'missed')?.count).toBe(1);
  });
});

describe('the address', () => {
  it('keeps a sort, and leaves out the default', () => {
    expect(readQualitySort('-live')).toEqual({ column: 'live', isDown: true });
    expect(readQualitySort('nothing')).toEqual(readQualitySort(null));
    expect(writeQualitySort(readQualitySort(null))).toBeNull();
    expect(writeQualitySort(readQualitySort('-live'))).toBe('-live');
  });

  it('shows what waits where it names no state', () => {
    expect(readHeldStates(null)).toEqual(['held']);
    expect(readHeldStates('corrected released')).toEqual(['released', 'corrected']);
    expect(readHeldStates('nothing')).toEqual([]);
  });
});

describe('what is held', () => {
  it('is counted by where it stands', () => {
    const items = [{ state: 'held' }, { state: 'held' }, { state: 'discarded' }] as Held[];
    expect(countHeld(items).map(({ count }) => count)).toEqual([2, 0, 0, 1]);
  });
});

describe('a number that somebody types', () => {
  it.each([
    ['58,6', 58.6],
    ['58.6', 58.6],
    [' -3 ', -3],
    ['1.360,5', null],
    ['1 360', null],
    ['', null],
    ['abc', null],
  ])('%s reads as %s', (text, number) => {
    expect(readTyped(text)).toBe(number);
  });
});
