import { describe, expect, it } from 'vitest';
import type { Figure } from '../api/types';
import { sampleFigure } from '../testing/samples';
import { courseOf, goalLine, horizonOf, isTick, linePath, outlookOf, toTrend, valueRange } from './trend';

const at = (period: string, value: number | null): Figure => sampleFigure({ period, value });

describe('a trend', () => {
  it('runs from the oldest to the newest, without what nobody can read', () => {
    const trend = toTrend([at('2025-06', 2), at('2025-05', 1), at('soon', 9)]);

    expect(trend.periods).toEqual(['2025-05', '2025-06']);
    expect(trend.values).toEqual([1, 2]);
  });

  it('keeps a missing value as a gap', () => {
    expect(toTrend([at('2025-05', null)]).values).toEqual([null]);
    expect(linePath([0, 1, 2, 3], [1, null, 2, 3], 30, 10, [0, 10])).toBe('M0.0 9.0M20.0 8.0L30.0 7.0');
  });

  it('names the starts of the years, or both ends of a short series', () => {
    const ticks = (periods: readonly string[]): readonly string[] => periods.filter((_, i) => isTick(periods, i));

    expect(ticks(['2024-01', '2024-07', '2025-01', '2025-07'])).toEqual(['2024-01', '2025-01']);
    expect(ticks(['2025-03', '2025-04', '2025-05'])).toEqual(['2025-03', '2025-05']);
  });

  it('of nothing draws nothing', () => {
    expect(linePath([], [], 30, 10, [0, 1])).toBe('');
    expect(toTrend([])).toEqual({ times: [], values: [], periods: [] });
  });

  it.each([
    ['values and the target', [60, 70], [80], 57.6, 82.4],
    ['never below zero without need', [1, 2], [], 0.88, 2.12],
    ['zero at the lowest', [0.1, 20], [], 0, 22.388],
    ['negative values as they are', [-10, 10], [], -12.4, 12.4],
    ['one value', [50], [], 44, 56],
    ['nothing', [null], [], 0, 1],
  ] as const)('has an axis around %s', (_, values, targets, low, high) => {
    const range = valueRange(values, targets);

    expect(range[0]).toBeCloseTo(low, 3);
    expect(range[1]).toBeCloseTo(high, 3);
  });
});

describe('the path of a target', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000;
  const baseline = { date: '2024-01-01', value: 20 };
  const target = (
    kind: 'none' | 'linear' | 'sCurve' | 'steps',
    steps: readonly { date: string; value: number }[] = [],
  ) => ({
    pathway: { kind, baseline, steps },
    dueDate: '2024-12-31',
    value: 80,
  });

  it('runs straight from the baseline to the goal', () => {
    const course = courseOf(target('linear'), null);

    expect([course?.times[0], course?.values[0]]).toEqual([day('2024-01-01'), 20]);
    expect([course?.times.at(-1), course?.values.at(-1)]).toEqual([day('2024-12-31'), 80]);
    expect(course?.values[12]).toBe(50);
  });

  it('is slow, then quick, then slow in an S', () => {
    const values = courseOf(target('sCurve'), null)?.values ?? [];

    // A quarter of the way: 20 + 60 × (3/16 − 2/64).
    expect(values[6]).toBeCloseTo(29.375, 9);
    expect(values[12]).toBeCloseTo(50, 9);
  });

  it('stays level until each step', () => {
    const course = courseOf(target('steps', [{ date: '2024-07-01', value: 50 }]), null);

    expect(course?.times).toEqual(['2024-01-01', '2024-07-01', '2024-07-01', '2024-12-31', '2024-12-31'].map(day));
    expect(course?.values).toEqual([20, 20, 50, 50, 80]);
  });

  it('begins at the first figure where the plan names no start', () => {
    const free = { ...target('linear'), pathway: { kind: 'linear' as const, baseline: null, steps: [] } };

    expect(courseOf(free, at('2024-03', 35))?.times[0]).toBe(day('2024-03-31'));
    expect(courseOf(free, null)).toBeNull();
    expect(courseOf(free, at('2025-03', 35))).toBeNull();
  });

  it('is none where nothing is laid down', () => {
    expect(courseOf(target('none'), null)).toBeNull();
    expect(courseOf({ ...target('linear'), dueDate: null }, null)).toBeNull();
  });

  it('has its goal as a level line', () => {
    expect(goalLine(5, 90, 20, [0, 10])).toBe('M0 10.0H90');
  });
});

describe('the outlook of a trend', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000;
  const trend = toTrend([at('2024-11', 50), at('2024-12', 60), at('2025-01', null)]);
  const forecast = {
    unit: '31',
    indicator: 'A',
    from: '2024-07',
    to: '2024-12',
    figures: 6,
    confidence: 0.8,
    methodVi: '',
    methodEn: '',
    points: [
      { date: '2024-11-30', value: 1, low: 1, high: 1 },
      { date: '2025-06-30', value: 70, low: 65, high: 75 },
    ],
  };

  it('begins at the last figure and leaves out what is past', () => {
    const outlook = outlookOf(forecast, trend);

    expect(outlook?.times).toEqual([trend.times[1], day('2025-06-30')]);
    expect(outlook?.values).toEqual([60, 70]);
    expect([outlook?.lows, outlook?.highs]).toEqual([
      [60, 65],
      [60, 75],
    ]);
  });

  it('is none without figures, without a forecast and without days to come', () => {
    expect(outlookOf(forecast, toTrend([]))).toBeNull();
    expect(outlookOf(undefined, trend)).toBeNull();
    expect(outlookOf({ ...forecast, points: [] }, trend)).toBeNull();
  });

  it('looks to the due date that comes next, and no further than two years', () => {
    expect(horizonOf(['2025-12-31', null, '2025-06-30', '2024-06-30'], '2024-12')).toBe('2025-06-30');
    expect(horizonOf(['2030-12-31'], '2024-12')).toBe('2026-12-31');
    expect(horizonOf(['2024-12-31', undefined], '2024-12')).toBeNull();
    expect(horizonOf(['2025-12-31'], 'soon')).toBeNull();
  });
});
