import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/Icon';
import { ProblemNote } from '../controls/ProblemNote';
import { formatInstant } from '../format/instants';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { now } from '../state/ui';
import { BACK_DAYS } from './address';
import { goFleet, isRunning, loadedPast, past, shownFleet, shownGroups } from './state';
import { LOST } from './words';

/** An hour of all boats runs through in so many seconds. */
const SECONDS_AN_HOUR = 0.5;
const STEP_MILLISECONDS = 100;
/** One step of the slider: five minutes, or an hour with Page Up and Page Down. */
const STEP_SECONDS = 300;

/** All boats as they were, as a slider over days; a button until somebody asks for it. */
export function FleetPlayback(): VNode {
  const { back } = shownFleet.value;
  useEffect(run, []);
  return back === null ? (
    <button type="button" class="panel look-back" data-edge="bottom" onClick={() => goFleet({ back: 2, moment: null })}>
      <Icon name="play" />
      {t('past.open')}
    </button>
  ) : (
    <Strip />
  );
}

function Strip(): VNode {
  const loaded = loadedPast.value;
  const { moment } = shownFleet.value;
  const span = past.value;
  const at = moment ?? span?.to ?? 0;
  return (
    <section
      class="panel time-strip playback"
      data-edge="bottom"
      aria-label={t('past.label')}
      onKeyDown={(event) => {
        // On the slider too, where the browser has no use for it.
        if (event.key === ' ' && event.target instanceof HTMLInputElement && event.target.type === 'range') {
          event.preventDefault();
          toggle();
        }
      }}>
      <PlayButton />
      <output class="time-now" for="past-moment">
        {span ? formatInstant(new Date(at * 1000).toISOString(), lang.value) : '–'}
        <small>{span ? stateOf(moment) : null}</small>
      </output>
      <div class="time-track">
        {span ? <Slider at={at} from={span.from} to={span.to} /> : null}
        {loaded?.state === 'loading' && !span ? <p class="hint">{t('state.loading')}</p> : null}
        {loaded?.state === 'failed' ? <ProblemNote problem={loaded.problem} /> : null}
      </div>
      <Days />
      <button
        type="button"
        class="quiet"
        title={t('action.close')}
        aria-label={t('action.close')}
        onClick={() => goFleet({ back: null, until: null, moment: null })}>
        <Icon name="close" />
      </button>
    </section>
  );
}

function Slider({ at, from, to }: { readonly at: number; readonly from: number; readonly to: number }): VNode {
  const isDragging = useRef(false);
  const { moment } = shownFleet.value;
  const text = (seconds: number): string => formatInstant(new Date(seconds * 1000).toISOString(), lang.value);
  const move = (to: number, end: number): void => {
    isRunning.value = false;
    // One drag is one step back. At the end of the present everything is as it is.
    goFleet({ moment: isNow(end) && to > end - STEP_SECONDS ? null : to }, isDragging.current ? 'replace' : 'push');
    isDragging.current = true;
  };
  return (
    <>
      <input
        id="past-moment"
        type="range"
        min={from}
        max={to}
        step={STEP_SECONDS}
        value={at}
        aria-label={t('past.label')}
        aria-valuetext={`${text(at)} ${stateOf(moment)}`}
        onInput={(event) => move(Number(event.currentTarget.value), to)}
        onChange={() => {
          isDragging.current = false;
        }}
      />
      <div class="time-ticks" aria-hidden="true">
        <span style={{ left: '0%', transform: 'none' }}>{text(from)}</span>
        <span style={{ left: '100%', transform: 'translateX(-100%)' }}>{isNow(to) ? t('track.now') : text(to)}</span>
      </div>
    </>
  );
}

function PlayButton(): VNode {
  const name = t(isRunning.value ? 'time.pause' : 'time.play');
  return (
    <div class="time-buttons">
      <button
        type="button"
        class="play"
        title={name}
        aria-label={name}
        disabled={!past.value}
        onClick={toggle}>
        <Icon name={isRunning.value ? 'pause' : 'play'} />
      </button>
    </div>
  );
}

/** How many days, and until when. */
function Days(): VNode {
  const { back, until } = shownFleet.value;
  const today = new Date(now.value.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  return (
    <div class="track-days">
      <label>
        <span class="for-readers">{t('past.days')}</span>
        <select
          value={String(back)}
          onChange={(event) => goFleet({ back: Number(event.currentTarget.value), moment: null })}>
          {BACK_DAYS.map((count) => (
            <option key={count} value={String(count)}>
              {t('past.dayCount', { count: count * 24 })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="for-readers">{t('past.until')}</span>
        <input
          type="date"
          max={today}
          value={until ?? today}
          onChange={(event) => {
            const day = event.currentTarget.value;
            goFleet({ until: day === '' || day >= today ? null : day, moment: null });
          }}
        />
      </label>
    </div>
  );
}

/** Whether boats are shown as they are; how many were lost then. */
function stateOf(moment: number | null): string {
  if (moment === null && isNow(past.value?.to ?? 0)) {
    return t('track.live');
  }
  const lost = shownGroups.value
    .filter(({ contact }) => contact !== null && LOST.includes(contact))
    .reduce((sum, { vessels }) => sum + vessels, 0);
  return t('past.lost', { count: formatNumber(lost, 0, lang.value) });
}

/** Whether a moment is the present: nothing younger would be seen. */
function isNow(seconds: number): boolean {
  return now.value.getTime() / 1000 - seconds < 3_600;
}

/** Plays, from the begin where it stands at the end. */
function toggle(): void {
  const span = past.peek();
  if (span && !isRunning.peek() && (shownFleet.peek().moment ?? span.to) >= span.to) {
    goFleet({ moment: Math.floor(span.from) });
  }
  isRunning.value = span !== null && !isRunning.peek();
}

/** Lets all boats sail while it is asked to, by the time that has gone by, and stops at the end. */
function run(): () => void {
  let before = performance.now();
  const timer = setInterval(() => {
    const elapsed = performance.now() - before;
    before = performance.now();
    const [span, { moment, back }] = [past.peek(), shownFleet.peek()];
    if (!isRunning.peek() || !span || back === null) {
      return;
    }
    const next = Math.round((moment ?? span.from) + (elapsed / 1000) * (3_600 / SECONDS_AN_HOUR));
    const isOver = next >= span.to;
    isRunning.value = !isOver;
    goFleet({ moment: isOver ? (isNow(span.to) ? null : Math.floor(span.to)) : next }, 'replace');
  }, STEP_MILLISECONDS);
  return () => {
    clearInterval(timer);
    isRunning.value = false;
  };
}
