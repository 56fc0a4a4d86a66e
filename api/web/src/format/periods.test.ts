import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatPeriod,
  formatPeriodShort,
  nearestPeriod,
  parsePeriod,
  periodEnd,
  periodMiddle,
  periodStart,
} from './periods';

describe('periods', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-S1', '2025-01-01', '2025-06-30'],
    ['2025-S2', '2025-07-01', '2025-12-31'],
    ['2025-Q3', '2025-07-01', '2025-09-30'],
    ['2024-01-01/P10M', '2024-01-01', '2024-10-31'],
    ['2025-06', '2025-06-01', '2025-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-06-15', '2025-06-15', '2025-06-15'],
  ])('%s runs from %s to %s', (text, start, end) => {
    const period = parsePeriod(text);

    expect(period && periodStart(period)).toBe(start);
    expect(period && periodEnd(period)).toBe(end);
  });

  it.each(['', '25', '2025-13', '2025-00', '2025-Q5', '2025-S3', '2025-02-30', '2025-6', '2025-06-15T00'])(
    'refuses "%s"',
    (text) => {
      expect(parsePeriod(text)).toBeNull();
    },
  );

  it.each([
    ['2025', 'năm 2025', '2025'],
    ['2025-S1', '6 tháng đầu năm 2025', 'H1 2025'],
    ['2025-Q3', 'quý 3/2025', 'Q3 2025'],
    ['2024-01-01/P10M', '10 tháng đầu năm 2024', 'first 10 months of 2024'],
    ['2025-06', 'tháng 6/2025', 'Jun 2025'],
    ['2026-11-22', '22/11/2026', '22 Nov 2026'],
    ['later', 'later', 'later'],
  ])('writes %s as "%s" and "%s"', (text, vi, en) => {
    expect(formatPeriod(text, 'vi')).toBe(vi);
    expect(formatPeriod(text, 'en')).toBe(en);
  });

  it('writes short months with two digits in Vietnamese', () => {
    expect(formatPeriodShort('2025-06', 'vi')).toBe('06/2025');
    expect(formatPeriodShort('2025-06', 'en')).toBe('Jun 2025');
  });

  it('writes a day of an instant', () => {
    expect(formatDay('2026-11-02T05:00:00Z', 'en')).toBe('2 Nov 2026');
    expect(formatDay('soon', 'vi')).toBe('soon');
  });

  it('puts a month in its middle', () => {
    const june = parsePeriod('2025-06');

    expect(june && new Date(periodMiddle(june) * 1000).toISOString()).toBe('2025-06-16T00:00:00.000Z');
  });

  it.each([
    ['itself', ['2025-05', '2025-06'], '2025-05', '2025-05'],
    ['the one before', ['2025-01', '2025-06'], '2025-04', '2025-01'],
    ['the first where none is before', ['2025-05', '2025-06'], '2020-01', '2025-05'],
    ['nothing of nothing', [], '2025-05', null],
  ] as const)('takes %s', (_, periods, wish, found) => {
    expect(nearestPeriod(periods, wish)).toBe(found);
  });
});
