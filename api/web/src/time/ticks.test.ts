import { describe, expect, it } from 'vitest';
import { changesIn, positionOf, yearsOf } from './ticks';

const months = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07'];

describe('the slider', () => {
  it('numbers the years, but not a first one of a few months', () => {
    expect(yearsOf([...months, '2025-08', '2025-09'])).toEqual([{ year: '2025', index: 2 }]);
    expect(yearsOf(['2024-06', ...months]).map(({ year }) => year)).toEqual(['2024', '2025']);
    expect(yearsOf(['2024', '2025'])).toEqual([
      { year: '2024', index: 0 },
      { year: '2025', index: 1 },
    ]);
    expect(yearsOf([])).toEqual([]);
  });

  it('marks a change of boundaries between the periods that it parts', () => {
    expect(changesIn(months, ['2025-01-01', '2025-07-01'])).toEqual([
      { day: '2025-01-01', index: 1.5 },
      { day: '2025-07-01', index: 7.5 },
    ]);
  });

  it('marks no change before the first period or after the last', () => {
    expect(changesIn(months, ['2021-11-01', '2026-01-01'])).toEqual([]);
    expect(changesIn([], ['2025-01-01'])).toEqual([]);
  });

  it('runs from one end to the other', () => {
    expect([0, 4, 8].map((index) => positionOf(index, 9))).toEqual([0, 50, 100]);
    expect(positionOf(0, 1)).toBe(0);
  });
});
