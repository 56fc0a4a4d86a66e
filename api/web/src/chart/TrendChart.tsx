import 'uplot/dist/uPlot.min.css';
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { Indicator, Figure, TargetOfFigure } from '../api/types';
import { formatBare, formatFigure, formatTarget } from '../format/figures';
import { formatPeriod, formatPeriodShort, parsePeriod, periodMiddle } from '../format/periods';
import { t, tCode } from '../i18n/text';
import { lang } from '../state/model';
import { theme } from '../state/ui';
import { toTrend, valueRange, type Trend } from './trend';

const HEIGHT = 168;
const words = (code: string): string => tCode('unit', code);

/** A figure over time, with its targets as lines and the period that is shown marked. */
export function TrendChart({
  what,
  series,
  period,
  targets,
}: {
  readonly what: Indicator;
  readonly series: readonly Figure[];
  readonly period: string;
  readonly targets: readonly TargetOfFigure[];
}): VNode {
  const box = useRef<HTMLDivElement>(null);
  const pointed = useSignal<number | null>(null);
  const trend = toTrend(series);
  const at = pointed.value ?? trend.periods.indexOf(period);
  const dark = theme.value;
  const key = JSON.stringify([
    what.code,
    lang.value,
    dark,
    period,
    trend.values,
    targets.map((target) => [target.id, target.value]),
  ]);
  useEffect(() => {
    const element = box.current;
    if (!element || trend.times.length < 2) {
      return undefined;
    }
    const chart = draw(element, what, trend, period, targets, (index) => {
      pointed.value = index;
    });
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [key]);

  if (trend.times.length < 2) {
    return <p class="hint">{t('chart.tooShort')}</p>;
  }
  const readout =
    at >= 0
      ? [
          formatPeriod(trend.periods[at] ?? '', lang.value),
          formatFigure(trend.values[at], what, lang.value, words),
        ].join(': ')
      : '';
  return (
    <figure class="trend">
      <figcaption>
        {t('chart.title')} <output>{readout}</output>
      </figcaption>
      <div ref={box} class="plot" role="img" aria-label={describe(what, trend)} />
    </figure>
  );
}

function describe(what: Indicator, { periods, values }: Trend): string {
  const write = (value: number | null | undefined): string => formatFigure(value, what, lang.value, words);
  return t('chart.description', {
    from: formatPeriod(periods[0] ?? '', lang.value),
    first: write(values[0]),
    to: formatPeriod(periods.at(-1) ?? '', lang.value),
    last: write(values.at(-1)),
  });
}

function draw(
  element: HTMLElement,
  what: Indicator,
  trend: Trend,
  period: string,
  targets: readonly TargetOfFigure[],
  onPoint: (index: number | null) => void,
): uPlot {
  const style = getComputedStyle(element);
  const [ink, faint, line, accent] = ['--ink-soft', '--rule', '--series', '--ink'].map((name) =>
    style.getPropertyValue(name).trim(),
  ) as [string, string, string, string];
  const font = `12px ${style.fontFamily}`;
  const goals = targets.filter((target) => target.value !== null);
  const [low, high] = valueRange(
    trend.values,
    goals.map((goal) => goal.value ?? 0),
  );
  const axis = { stroke: ink, font, labelFont: font, ticks: { show: false }, grid: { stroke: faint, width: 1 } };
  return new uPlot(
    {
      width: element.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7, fill: line } },
      scales: { x: { time: true }, y: { range: [low, high] } },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 26,
          space: 64,
          splits: () => trend.times.filter((_, i) => isTick(trend.periods, i)),
          values: (_, splits) =>
            splits.map((time) => formatPeriodShort(trend.periods[trend.times.indexOf(time)] ?? '', lang.peek())),
        },
        {
          ...axis,
          size: 40,
          space: 34,
          label: words(what.unitOfMeasure),
          labelSize: 18,
          labelGap: 0,
          values: (_, splits) =>
            splits.map((value) => formatBare(value, { ...what, decimals: high - low < 5 ? 1 : 0 }, lang.peek(), words)),
        },
      ],
      series: [
        {},
        {
          stroke: line,
          width: 2,
          points: { show: trend.times.length < 16, size: 5, fill: line },
          spanGaps: false,
        },
      ],
      hooks: {
        draw: [
          (chart) => {
            goals.forEach((goal) =>
              drawGoal(chart, goal.value ?? 0, formatTarget(goal, what, lang.peek(), words), accent, font),
            );
            drawNow(chart, period, line);
          },
        ],
        setCursor: [(chart) => onPoint(chart.cursor.idx ?? null)],
      },
    },
    [[...trend.times], [...trend.values]],
    element,
  );
}

/** A label at the start of each year, or at each end where the series is shorter than that. */
function isTick(periods: readonly string[], i: number): boolean {
  const starts = periods.filter((text) => /-(01|Q1|S1)$/.test(text));
  return starts.length > 1 ? /-(01|Q1|S1)$/.test(periods[i] ?? '') : i === 0 || i === periods.length - 1;
}

function drawGoal(chart: uPlot, value: number, name: string, color: string, font: string): void {
  const { ctx, bbox } = chart;
  const y = chart.valToPos(value, 'y', true);
  const scale = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = 1.25 * scale;
  ctx.setLineDash([5 * scale, 4 * scale]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = font.replace('12px', `${12 * scale}px`);
  ctx.textAlign = 'left';
  ctx.textBaseline = y - bbox.top < 16 * scale ? 'top' : 'bottom';
  ctx.fillText(
    `${t('chart.target')} ${name}`,
    bbox.left + 4 * scale,
    y + (ctx.textBaseline === 'top' ? 3 : -2) * scale,
  );
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
