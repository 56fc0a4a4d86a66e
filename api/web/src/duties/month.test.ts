import { describe, expect, it } from 'vitest';
import { monthAfter, parseMonth, shiftMonth, weeksOf } from './month';

describe('a month of duties', () => {
  it.each([
    ['2025-01', 5, null, '2025-01-01'],
    ['2024-02', 5, '2024-02-01', '2024-02-29'],
    ['2021-02', 4, '2021-02-01', '2021-02-28'],
    ['2025-06', 6, null, '2025-06-30'],
  ])('%s is laid out in %i weeks from Monday', (month, weeks, _, someDay) => {
    const grid = weeksOf(month);
    expect(grid).toHaveLength(weeks);
    expect(grid.every((week) => week.length === 7)).toBe(true);
    expect(grid.flat()).toContain(someDay);
    expect(grid.flat().filter((day) => day !== null)).toHaveLength(
      new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate(),
    );
  });

  it('begins on the right weekday', () => {
    expect(weeksOf('2025-01')[0]).toEqual([
      null,
      null,
      '2025-01-01',
      '2025-01-02',
      '2025-01-03',
      '2025-01-04',
      '2025-01-05',
    ]);
    expect(weeksOf('2025-06')[0]?.[6]).toBe('2025-06-01');
  });

  it('moves over the change of a year', () => {
    expect(shiftMonth('2024-12', 1)).toBe('2025-01');
    expect(shiftMonth('2025-01', -1)).toBe('2024-12');
    expect(monthAfter('2024-12-31')).toBe('2025-01');
    expect(monthAfter('2025-01-31')).toBe('2025-02');
  });

  it('reads only months', () => {
    expect(parseMonth('2025-13')).toBeNull();
    expect(parseMonth('2025-1')).toBeNull();
    expect(parseMonth(null)).toBeNull();
    expect(weeksOf('x')).toEqual([]);
  });
});
