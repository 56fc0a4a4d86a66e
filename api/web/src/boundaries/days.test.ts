import { describe, expect, it } from 'vitest';
import { jumpsOf, stopAt } from './days';

describe('the days to jump to', () => {
  it('are the eve and the first day of each change after the first boundaries', () => {
    expect(jumpsOf(['2021-11-01', '2025-01-01', '2025-07-01'])).toEqual([
      { day: '2024-12-31', isFirst: false },
      { day: '2025-01-01', isFirst: true },
      { day: '2025-06-30', isFirst: false },
      { day: '2025-07-01', isFirst: true },
    ]);
  });

  it('are the latest ones where there are many, and none where nothing changed', () => {
    expect(jumpsOf(['2021-11-01', '2025-07-01', '2024-01-01'], 1).map((jump) => jump.day)).toEqual([
      '2025-06-30',
      '2025-07-01',
    ]);
    expect(jumpsOf(['2021-11-01'])).toEqual([]);
    expect(jumpsOf([])).toEqual([]);
  });

  it.each([
    ['2020-01-01', 0],
    ['2024-12-31', 0],
    ['2025-01-01', 1],
    ['2025-06-29', 1],
    ['2025-06-30', 2],
    ['2025-07-01', 3],
    ['2030-01-01', 3],
  ])('have one for %s', (day, index) => {
    expect(stopAt(jumpsOf(['2021-11-01', '2025-01-01', '2025-07-01']), day)).toBe(index);
  });
});
