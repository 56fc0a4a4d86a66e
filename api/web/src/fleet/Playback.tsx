import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/Icon';
import { formatInstant } from '../format/instants';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { TRACK_DAYS } from './address';
import { trackOf } from './resources';
import { goFleet, isRunning, shownFleet, span, track } from './state';
import { placeAt } from './track';

/** A day of the track runs through in so many seconds. */
const SECONDS_A_DAY = 12;
/** The address is written so often while the track runs. */
const STEP_MILLISECONDS = 50;

/** The way of the chosen boat as a slider, with the times in which it was silent. */
export function Playback(): VNode | null {
  const { vessel, days, moment } = shownFleet.value;
  useEffect(run, [vessel]);
  const isDragging = useRef(false);
  if (!vessel) {
    return null;
  }
  const loaded = trackOf(vessel, days).value;
  const [way, times] = [track.value, span.value];
  const at = moment ?? times?.to ?? 0;
  const move = (to: number): void => {
    isRunning.value = false;
    goFleet({ moment: to >= (times?.to ?? 0) ? null : to }, isDragging.current ? 'replace' : 'push');
    isDragging.current = true;
  };
  return (
    <section class="panel time-strip playback" data-edge="bottom" aria-label={t('track.label')}>
      <PlayButton isAble={(way?.points.length ?? 0) > 1} />
      <output class="time-now" for="moment">
        {times ? formatInstant(new Date(at * 1000).toISOString(), lang.value) : '–'}
        <small>{stateOf(moment)}</small>
      </output>
      <div class="time-track">
        {times && way ? (
          <>
            <Gaps />
            <input
              id="moment"
              type="range"
              min={times.from}
              max={times.to}
              step="60"
              value={at}
              aria-label={t('track.label')}
              aria-valuetext={`${formatInstant(new Date(at * 1000).toISOString(), lang.value)} ${stateOf(moment)}`}
              onInput={(event) => move(Number(event.currentTarget.value))}
              onChange={() => {
                isDragging.current = false;
              }}
            />
            <div class="time-ticks" aria-hidden="true">
              <span style={{ left: '0%', transform: 'none' }}>
                {formatInstant(new Date(times.from * 1000).toISOString(), lang.value)}
              </span>
              <span style={{ left: '100%', transform: 'translateX(-100%)' }}>{t('track.now')}</span>
            </div>
          </>
        ) : (
          <p class="hint">{t(loaded.state === 'loading' ? 'state.loading' : 'track.none')}</p>
        )}
      </div>
      <label class="track-days">
        <span class="for-readers">{t('track.days')}</span>
        <select
          value={String(days)}
          onChange={(event) => goFleet({ days: Number(event.currentTarget.value), moment: null })}>
          {TRACK_DAYS.map((count) => (
            <option key={count} value={String(count)}>
              {t('track.dayCount', { count })}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

function PlayButton({ isAble }: { readonly isAble: boolean }): VNode {
  const name = t(isRunning.value ? 'time.pause' : 'time.play');
  return (
    <div class="time-buttons">
      <button
        type="button"
        class="play"
        title={name}
        aria-label={name}
        disabled={!isAble}
        onClick={() => {
          const times = span.peek();
          if (!isRunning.peek() && shownFleet.peek().moment === null && times) {
            goFleet({ moment: times.from });
          }
          isRunning.value = !isRunning.peek();
        }}>
        <Icon name={isRunning.value ? 'pause' : 'play'} />
      </button>
    </div>
  );
}

/** Where on the slider nothing was heard; what came after the last report is silence as well. */
function Gaps(): VNode | null {
  const [way, times] = [track.value, span.value];
  if (!way || !times || times.to <= times.from) {
    return null;
  }
  const share = (time: number): number => ((time - times.from) / (times.to - times.from)) * 100;
  return (
    <div class="track-gaps" aria-hidden="true">
      {way.points.map(({ time }) => (
        <i key={time} class="track-report" style={{ left: `${share(time)}%` }} />
      ))}
      {way.gaps.map(({ from, to }) => (
        <i key={from} class="track-gap" style={{ left: `${share(from)}%`, width: `${share(to) - share(from)}%` }} />
      ))}
    </div>
  );
}

/** Whether the boat is shown as it is, where it was, or where it was last heard. */
function stateOf(moment: number | null): string {
  const way = track.value;
  if (moment === null || !way) {
    return t('track.live');
  }
  return t(placeAt(way, moment)?.isGap ? 'track.silent' : 'track.past');
}

/** Lets the track run while it is asked to, and stops at its end. */
function run(): () => void {
  const timer = setInterval(() => {
    const [times, { moment, days }] = [span.peek(), shownFleet.peek()];
    if (!isRunning.peek() || !times) {
      return;
    }
    const step = ((days * 86_400) / (SECONDS_A_DAY * 1000)) * STEP_MILLISECONDS;
    const next = Math.round((moment ?? times.from) + step);
    if (next >= times.to) {
      isRunning.value = false;
    }
    goFleet({ moment: next >= times.to ? null : next }, 'replace');
  }, STEP_MILLISECONDS);
  return () => {
    clearInterval(timer);
    isRunning.value = false;
  };
}
