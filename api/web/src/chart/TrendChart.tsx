import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Figure, Forecast, Indicator, TargetOfFigure } from '../api/types';
import { formatBare, formatFigure, formatTarget } from '../format/figures';
import { formatDay, formatPeriod, formatPeriodShort } from '../format/periods';
import { t, tCode } from '../i18n/text';
import { lang } from '../state/model';
import { theme } from '../state/ui';
import { draw, HEIGHT } from './plot';
import { outlookOf, toTrend, type Course, type Trend } from './trend';

const words = (code: string): string => tCode('unit', code);

/** A figure over time, with its targets as lines and the period that is shown marked. */
export function TrendChart({
  what,
  series,
  period,
  targets,
  courses = [],
  forecast,
}: {
  readonly what: Indicator;
  readonly series: readonly Figure[];
  readonly period: string;
  readonly targets: readonly TargetOfFigure[];
  readonly courses?: readonly Course[];
  readonly forecast?: Forecast | undefined;
}): VNode {
  const box = useRef<HTMLDivElement>(null);
  const pointed = useSignal<number | null>(null);
  const trend = toTrend(series);
  const goals = goalsOf(targets, what);
  const outlook = what.unitOfMeasure === 'boolean' ? null : outlookOf(forecast, trend);
  // A canvas does not follow by itself: it is drawn again when anything on it, its words or its colours change.
  const drawing = JSON.stringify([what.code, lang.value, theme.value, period, trend.values, goals, courses, outlook]);
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const chart = draw(element, {
      trend,
      period,
      goals,
      courses,
      outlook,
      unit: words(what.unitOfMeasure),
      isYesNo: what.unitOfMeasure === 'boolean',
      writePeriod: (text) => formatPeriodShort(text, lang.peek()),
      writeValue: (value, decimals) => formatBare(value, { ...what, decimals }, lang.peek(), words),
      onPoint: (index) => {
        pointed.value = index;
      },
    });
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [drawing]);

  if (trend.times.length < 2) {
    return <p class="hint">{t('chart.tooShort')}</p>;
  }
  const at = pointed.value ?? trend.periods.indexOf(period);
  return (
    <figure class="trend">
      <figcaption>
        {t('chart.title')} <output>{readOut(trend, at, what)}</output>
      </figcaption>
      <div ref={box} class="plot" role="img" aria-label={describe(what, trend)} />
      {forecast && outlook ? (
        <p class="hint forecast-note">
          {expected(forecast, what)} {lang.value === 'vi' ? forecast.methodVi : forecast.methodEn}
        </p>
      ) : null}
    </figure>
  );
}

/** What is expected on the last day, with its range. */
function expected(forecast: Forecast, what: Indicator): string {
  const point = forecast.points.at(-1);
  const write = (value: number): string => formatBare(value, what, lang.value, words);
  return point
    ? t('chart.expected', {
        day: formatDay(point.date, lang.value),
        value: formatFigure(point.value, what, lang.value, words),
        low: write(point.low),
        high: write(point.high),
      })
    : '';
}

function goalsOf(targets: readonly TargetOfFigure[], what: Indicator): readonly { value: number; name: string }[] {
  return targets.flatMap((target) => {
    const name = `${t('chart.target')} ${target.id} ${formatTarget(target, what, lang.value, words)}`;
    return target.value === null ? [] : [{ value: target.value, name }];
  });
}

function readOut({ periods, values }: Trend, at: number, what: Indicator): string {
  const period = periods[at];
  return period === undefined
    ? ''
    : `${formatPeriod(period, lang.value)}: ${formatFigure(values[at], what, lang.value, words)}`;
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
