import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { linePath, toTrend, valueRange } from '../chart/trend';
import { Icon } from '../controls/Icon';
import { formatDay, formatPeriod } from '../format/periods';
import { t } from '../i18n/text';
import { city, focus, indicator, lang, period, periods, seriesOf } from '../state/model';
import { go } from '../state/navigation';
import { isPlaying } from '../state/ui';
import { stepPeriod, togglePlayback } from './playback';
import { changesIn, positionOf, yearsOf } from './ticks';

const WIDTH = 1000;
const HEIGHT = 30;

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
      <Buttons isFirst={index === 0} isLast={index === all.length - 1} />
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
        <Ticks all={all} />
      </div>
    </section>
  );
}

function Buttons({ isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean }): VNode {
  const play = t(isPlaying.value ? 'time.pause' : 'time.play');
  return (
    <div class="time-buttons">
      <button
        type="button"
        class="quiet"
        title={t('time.previous')}
        aria-label={t('time.previous')}
        disabled={isFirst}
        onClick={() => stepPeriod(-1)}>
        <Icon name="previous" />
      </button>
      <button type="button" class="play" title={play} aria-label={play} onClick={togglePlayback}>
        <Icon name={isPlaying.value ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        class="quiet"
        title={t('time.next')}
        aria-label={t('time.next')}
        disabled={isLast}
        onClick={() => stepPeriod(1)}>
        <Icon name="next" />
      </button>
    </div>
  );
}

/** Years, and the days on which boundaries changed. */
function Ticks({ all }: { readonly all: readonly string[] }): VNode {
  const at = (index: number): { left: string } => ({ left: `${positionOf(index, all.length)}%` });
  return (
    <div class="time-ticks" aria-hidden="true">
      {yearsOf(all).map(({ year, index }) => (
        <span key={year} style={at(index)}>
          {year}
        </span>
      ))}
      {changesIn(all, city.value.value?.changeDates ?? []).map(({ day, index }) => (
        <i key={day} style={at(index)} title={t('time.change', { day: formatDay(day, lang.value) })} />
      ))}
    </div>
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
