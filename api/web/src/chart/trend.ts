/** The data of a trend chart. Pure. */

import type { Figure, Forecast, Target } from '../api/types';
import { parsePeriod, periodEnd, periodMiddle } from '../format/periods';

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

/** A level line across a box, as an SVG path. */
export function goalLine(goal: number, width: number, height: number, [low, high]: readonly [number, number]): string {
  const y = (height - ((goal - low) / (high - low || 1)) * height).toFixed(1);
  return `M0 ${y}H${width}`;
}

/** A path from where a target began to what it must come to, at the days in between. */
export interface Course {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** What may come: a line with a range around it, from the last figure on. */
export interface Outlook {
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
}

/** A forecast as points in time that begin where the figures end; `null` where there is none to draw. */
export function outlookOf(forecast: Forecast | undefined, trend: Trend): Outlook | null {
  const last = trend.values.findLastIndex((value) => value !== null);
  const [time, value] = [trend.times[last], trend.values[last]];
  const points = (forecast?.points ?? []).filter(({ date }) => time !== undefined && secondsOf(date) > time);
  if (time === undefined || value === null || value === undefined || points.length === 0) {
    return null;
  }
  return {
    times: [time, ...points.map(({ date }) => secondsOf(date))],
    values: [value, ...points.map((point) => point.value)],
    lows: [value, ...points.map(({ low }) => low)],
    highs: [value, ...points.map(({ high }) => high)],
  };
}

/** How far ahead a chart looks: to the due date that comes next, but no further than the figures are wide. */
const MONTHS_AHEAD = 24;

/** The last day of a forecast: that of the next due date after a period, within two years; `null` without any. */
export function horizonOf(dueDates: readonly (string | null | undefined)[], period: string): string | null {
  const parsed = parsePeriod(period);
  if (!parsed) {
    return null;
  }
  const end = periodEnd(parsed);
  const next = dueDates.filter((day): day is string => typeof day === 'string' && day > end).sort()[0];
  const limit = new Date(`${end}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + MONTHS_AHEAD);
  const farthest = limit.toISOString().slice(0, 10);
  return next === undefined ? null : next < farthest ? next : farthest;
}

/** So many points make a curve look like one. */
const COURSE_POINTS = 24;

/**
 * The path that a target is approached on (docs/concepts/targets.md): straight, in an S, or in steps; `null` without a
 * path, a start or a due date. Where the plan names no start it is the first figure.
 */
export function courseOf(target: Pick<Target, 'pathway' | 'dueDate' | 'value'>, first: Figure | null): Course | null {
  const { pathway, dueDate, value: goal } = target;
  const start = pathway.baseline ?? startOf(first);
  if (pathway.kind === 'none' || !start || !dueDate || goal === null || start.date >= dueDate) {
    return null;
  }
  const [from, to] = [secondsOf(start.date), secondsOf(dueDate)];
  if (pathway.kind === 'steps') {
    const between = pathway.steps.flatMap((step) =>
      step && step.date > start.date && step.date < dueDate ? [step] : [],
    );
    const steps = [start, ...between];
    // Level until the day of the next step.
    const points = steps.flatMap(({ date, value }, i) => {
      const next = steps[i + 1]?.date ?? dueDate;
      return [{ time: secondsOf(date), value }, { time: secondsOf(next), value }];
    });
    return { times: [...points.map(({ time }) => time), to], values: [...points.map(({ value }) => value), goal] };
  }
  const shares = Array.from({ length: COURSE_POINTS + 1 }, (_, i) => i / COURSE_POINTS);
  const bend = (share: number): number => (pathway.kind === 'sCurve' ? share * share * (3 - 2 * share) : share);
  return {
    times: shares.map((share) => from + (to - from) * share),
    values: shares.map((share) => start.value + (goal - start.value) * bend(share)),
  };
}

/** The first figure as a point: it holds at the end of its period. */
function startOf(first: Figure | null): { readonly date: string; readonly value: number } | null {
  const parsed = first ? parsePeriod(first.period) : null;
  return parsed && first && first.value !== null ? { date: periodEnd(parsed), value: first.value } : null;
}

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
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
