/** The trend drawn with uPlot: the axes, the line, the targets and the period that is shown. */

import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import { parsePeriod, periodMiddle } from '../format/periods';
import { isTick, valueRange, type Course, type Outlook, type Trend } from './trend';

export const HEIGHT = 168;
/** With fewer points than this each gets a dot: the line alone would hide how few there are. */
const MAX_DOTS = 16;
/** From no to yes, with air. */
const YES_NO_RANGE = [-0.15, 1.15] as const;

/** What is drawn, with every text already written in the reader's language. */
export interface Plot {
  readonly trend: Trend;
  readonly period: string;
  readonly goals: readonly { readonly value: number; readonly name: string }[];
  /** The paths that lead to the goals. */
  readonly courses: readonly Course[];
  /** Where the figures lead, with a range; `null` for nothing. */
  readonly outlook: Outlook | null;
  readonly unit: string;
  /** Whether the figure only knows yes and no. */
  readonly isYesNo: boolean;
  readonly writePeriod: (period: string) => string;
  readonly writeValue: (value: number, decimals: number) => string;
  /** The point that the pointer is nearest to. */
  readonly onPoint: (index: number | null) => void;
}

interface Colors {
  readonly soft: string;
  readonly rule: string;
  readonly line: string;
  readonly ink: string;
  readonly font: string;
}

/** Draws into an element, in the colours of the style sheet. */
export function draw(element: HTMLElement, plot: Plot): uPlot {
  const style = getComputedStyle(element);
  const color = (name: string): string => style.getPropertyValue(name).trim();
  const colors: Colors = {
    soft: color('--ink-soft'),
    rule: color('--rule'),
    line: color('--series'),
    ink: color('--ink'),
    font: style.fontFamily,
  };
  const { outlook } = plot;
  // The days to come have no figures yet; they only lengthen the axis.
  const ahead = outlook?.times.slice(1) ?? [];
  const times = [...plot.trend.times, ...ahead];
  const values = [...plot.trend.values, ...ahead.map(() => null)];
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  // Of a path only what lies within the time that is drawn widens the axis.
  const onTheWay = plot.courses.flatMap((course) =>
    course.values.filter((_, i) => (course.times[i] ?? 0) >= first && (course.times[i] ?? 0) <= last),
  );
  const goals = [
    ...plot.goals.map((goal) => goal.value),
    ...onTheWay,
    ...(outlook === null ? [] : [...outlook.lows, ...outlook.highs]),
  ];
  const range = plot.isYesNo ? YES_NO_RANGE : valueRange(values, goals);
  const dots = { show: plot.trend.times.length < MAX_DOTS, size: 5, fill: colors.line };
  const options: uPlot.Options = {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7, fill: colors.line } },
    scales: { x: { time: true }, y: { range: [...range] } },
    axes: [timeAxis(plot, colors), valueAxis(plot, colors, range[1] - range[0])],
    series: [{}, { stroke: colors.line, width: 2, points: dots, spanGaps: false }],
    hooks: {
      draw: [
        (chart) => {
          if (outlook !== null) {
            drawOutlook(chart, outlook, colors.line);
          }
          plot.courses.forEach((course) => drawCourse(chart, course, colors.soft));
          plot.goals.forEach((goal) => drawGoal(chart, goal.value, goal.name, colors));
          drawNow(chart, plot.period, colors.line);
        },
      ],
      setCursor: [(chart) => plot.onPoint(chart.cursor.idx ?? null)],
    },
  };
  return new uPlot(options, [[...times], [...values]], element);
}

function timeAxis({ trend, writePeriod }: Plot, { soft, font }: Colors): uPlot.Axis {
  return {
    stroke: soft,
    font: `12px ${font}`,
    ticks: { show: false },
    grid: { show: false },
    size: 26,
    splits: () => trend.times.filter((_, i) => isTick(trend.periods, i)),
    values: (_, splits) => splits.map((time) => writePeriod(trend.periods[trend.times.indexOf(time)] ?? '')),
  };
}

function valueAxis({ unit, isYesNo, writeValue }: Plot, { soft, rule, font }: Colors, span: number): uPlot.Axis {
  return {
    stroke: soft,
    font: `12px ${font}`,
    labelFont: `12px ${font}`,
    ticks: { show: false },
    grid: { stroke: rule, width: 1 },
    size: isYesNo ? 52 : 40,
    space: 34,
    ...(isYesNo ? { splits: () => [0, 1] } : { label: unit }),
    labelSize: 18,
    labelGap: 0,
    values: (_, splits) => splits.map((value) => writeValue(value, span < 5 ? 1 : 0)),
  };
}

function drawGoal(chart: uPlot, value: number, name: string, { ink, font }: Colors): void {
  const { ctx, bbox } = chart;
  const y = chart.valToPos(value, 'y', true);
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = 1.25 * ratio;
  ctx.setLineDash([5 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `${12 * ratio}px ${font}`;
  ctx.textAlign = 'left';
  const isAtTop = y - bbox.top < 16 * ratio;
  ctx.textBaseline = isAtTop ? 'top' : 'bottom';
  ctx.fillText(name, bbox.left + 4 * ratio, y + (isAtTop ? 3 : -2) * ratio);
  ctx.restore();
}

/** The path as a dotted line, clipped to the time that is drawn. */
function drawCourse(chart: uPlot, { times, values }: Course, color: string): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.5 * ratio;
  ctx.setLineDash([1.5 * ratio, 3 * ratio]);
  ctx.beginPath();
  times.forEach((time, i) => {
    const [x, y] = [chart.valToPos(time, 'x', true), chart.valToPos(values[i] ?? 0, 'y', true)];
    if (i === 0) {
      ctx.moveTo(x, y);
    } else {
      ctx.lineTo(x, y);
    }
  });
  ctx.stroke();
  ctx.restore();
}

/** The range as a soft band, and the line in the middle of it dashed. */
function drawOutlook(chart: uPlot, { times, values, lows, highs }: Outlook, color: string): void {
  const { ctx } = chart;
  const ratio = devicePixelRatio;
  const trace = (points: readonly number[], stamps: readonly number[]): void =>
    points.forEach((value, i) =>
      ctx.lineTo(chart.valToPos(stamps[i] ?? 0, 'x', true), chart.valToPos(value, 'y', true)),
    );
  ctx.save();
  ctx.fillStyle = color;
  ctx.globalAlpha = 0.18;
  ctx.beginPath();
  trace(highs, times);
  trace([...lows].reverse(), [...times].reverse());
  ctx.closePath();
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.5 * ratio;
  ctx.setLineDash([4 * ratio, 3 * ratio]);
  ctx.beginPath();
  trace(values, times);
  ctx.stroke();
  ctx.restore();
}

function drawNow(chart: uPlot, period: string, color: string): void {
  const parsed = parsePeriod(period);
  const { ctx, bbox } = chart;
  const times = chart.data[0];
  const index = parsed ? times.indexOf(periodMiddle(parsed)) : -1;
  const value = chart.data[1]?.[index];
  if (index < 0 || value === null || value === undefined) {
    return;
  }
  const x = chart.valToPos(times[index] ?? 0, 'x', true);
  const y = chart.valToPos(value, 'y', true);
  ctx.save();
  ctx.fillStyle = color;
  ctx.globalAlpha = 0.35;
  ctx.fillRect(x - devicePixelRatio / 2, bbox.top, devicePixelRatio, bbox.height);
  ctx.globalAlpha = 1;
  ctx.beginPath();
  ctx.arc(x, y, 4.5 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}
