/** The data of a trend chart. Pure. */

import type { Figure } from '../api/types';
import { parsePeriod, periodMiddle } from '../format/periods';

export interface Trend {
  /** Middles of the periods, in seconds since 1970. */
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
  readonly periods: readonly string[];
}

/** A series as points in time, oldest first; a period that nobody can read is left out. */
export function toTrend(series: readonly Figure[]): Trend {
  const points = series
    .flatMap(({ period, value }) => {
      const parsed = parsePeriod(period);
      return parsed ? [{ period, value, time: periodMiddle(parsed) }] : [];
    })
    .sort((a, b) => a.time - b.time);
  return {
    times: points.map((point) => point.time),
    values: points.map((point) => point.value),
    periods: points.map((point) => point.period),
  };
}

/** Whether a point is named on the axis: at the start of each year, or at each end of a series shorter than that. */
export function isTick(periods: readonly string[], i: number): boolean {
  const isYearStart = (text: string): boolean => /-(01|Q1|S1)$/.test(text);
  if (periods.filter(isYearStart).length > 1) {
    return isYearStart(periods[i] ?? '');
  }
  return i === 0 || i === periods.length - 1;
}

/** Where the vertical axis runs: around the values and the target, with air; never below zero without need. */
export function valueRange(values: readonly (number | null)[], targets: readonly number[]): readonly [number, number] {
  const all = [...values.filter((value) => value !== null), ...targets];
  if (all.length === 0) {
    return [0, 1];
  }
  const low = Math.min(...all);
  const high = Math.max(...all);
  const air = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air];
}

/** The points of a line in a box, as an SVG path; gaps where there is no value. */
export function linePath(
  times: readonly number[],
  values: readonly (number | null)[],
  width: number,
  height: number,
  range: readonly [number, number],
): string {
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first || 1;
  const [low, high] = range;
  let path = '';
  let isDown = false;
  values.forEach((value, i) => {
    if (value === null) {
      isDown = false;
      return;
    }
    const x = (((times[i] ?? first) - first) / span) * width;
    const y = height - ((value - low) / (high - low || 1)) * height;
    path += `${isDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    isDown = true;
  });
  return path;
}
