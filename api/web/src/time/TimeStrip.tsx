import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { linePath, toTrend, valueRange } from '../chart/trend';
import { Icon } from '../controls/Icon';
import { formatDay, formatPeriod, parsePeriod, periodEnd } from '../format/periods';
import { t } from '../i18n/text';
import { city, focus, indicator, lang, period, periods, seriesOf } from '../state/model';
import { go } from '../state/navigation';
import { isPlaying } from '../state/ui';
import { stepPeriod, togglePlayback } from './playback';

const WIDTH = 1000;
const HEIGHT = 30;
/** A year's number takes up to this share of the track on a phone. */
const MIN_YEAR_SHARE = 0.2;

/** The periods as a slider over the figure's own course, with playback. */
export function TimeStrip(): VNode | null {
  const isDragging = useRef(false);
  const all = periods.value;
  const current = period.value;
  if (all.length === 0 || !current) {
    return null;
  }
  const index = Math.max(0, all.indexOf(current));
  const move = (to: number): void => {
    // One drag is one step back.
    go({ period: all[to] ?? null }, isDragging.current ? 'replace' : 'push');
    isDragging.current = true;
    isPlaying.value = false;
  };
  const text = formatPeriod(current, lang.value);
  return (
    <section class="panel time-strip" data-edge="bottom" aria-label={t('time.label')}>
      <div class="time-buttons">
        <button
          type="button"
          class="quiet"
          title={t('time.previous')}
          aria-label={t('time.previous')}
          disabled={index === 0}
          onClick={() => stepPeriod(-1)}>
          <Icon name="previous" />
        </button>
        <button
          type="button"
          class="play"
          title={t(isPlaying.value ? 'time.pause' : 'time.play')}
          aria-label={t(isPlaying.value ? 'time.pause' : 'time.play')}
          onClick={togglePlayback}>
          <Icon name={isPlaying.value ? 'pause' : 'play'} />
        </button>
        <button
          type="button"
          class="quiet"
          title={t('time.next')}
          aria-label={t('time.next')}
          disabled={index === all.length - 1}
          onClick={() => stepPeriod(1)}>
          <Icon name="next" />
        </button>
      </div>
      <output class="time-now" for="time">
        {text}
      </output>
      <div class="time-track">
        <Course />
        <input
          id="time"
          type="range"
          min="0"
          max={all.length - 1}
          step="1"
          value={index}
          aria-label={t('time.label')}
          aria-valuetext={text}
          onInput={(event) => move(Number(event.currentTarget.value))}
          onChange={() => {
            isDragging.current = false;
          }}
        />
        <div class="time-ticks" aria-hidden="true">
          {yearsOf(all).map(({ year, at }) => (
            <span key={year} style={{ left: `${positionOf(at, all.length)}%` }}>
              {year}
            </span>
          ))}
          {changesIn(all).map(({ day, at }) => (
            <i
              key={day}
              style={{ left: `${positionOf(at, all.length)}%` }}
              title={t('time.change', { day: formatDay(day, lang.value) })}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

/** The course of the open figure behind the slider, so that one sees where to stop. */
function Course(): VNode | null {
  const [unit, what] = [focus.value, indicator.value];
  if (!unit || !what) {
    return null;
  }
  const byPeriod = new Map((seriesOf(unit.code, what.code).value.value ?? []).map((item) => [item.period, item]));
  const trend = toTrend(periods.value.flatMap((item) => byPeriod.get(item) ?? []));
  const path = linePath(trend.times, trend.values, WIDTH, HEIGHT, valueRange(trend.values, []));
  return (
    <svg class="course" viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

/** Where each year begins; a first year of a few months has no room for its number. */
function yearsOf(all: readonly string[]): readonly { readonly year: string; readonly at: number }[] {
  const starts = all.flatMap((item, at) => {
    const year = item.slice(0, 4);
    return year === all[at - 1]?.slice(0, 4) ? [] : [{ year, at }];
  });
  return starts.filter(({ at }, i) => i > 0 || (starts[1]?.at ?? all.length) - at > all.length * MIN_YEAR_SHARE);
}

/** The days on which boundaries changed, between the periods that they part. */
function changesIn(all: readonly string[]): readonly { readonly day: string; readonly at: number }[] {
  const ends = all.map((item) => {
    const parsed = parsePeriod(item);
    return parsed ? periodEnd(parsed) : '';
  });
  return (city.value.value?.changeDates ?? []).flatMap((day) => {
    const at = ends.findIndex((end) => end >= day);
    return at > 0 ? [{ day, at: at - 0.5 }] : [];
  });
}

function positionOf(index: number, count: number): number {
  return count < 2 ? 0 : (index / (count - 1)) * 100;
}
