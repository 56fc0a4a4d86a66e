import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { formatDay } from '../format/periods';
import { t } from '../i18n/text';
import { city, date, lang } from '../state/model';
import { go } from '../state/navigation';
import { isPlaying } from '../state/ui';
import { jumpsOf, stopAt } from './days';

/** Back and forth over every change of the boundaries, with the figures re-based on what stood then. */
export function BoundarySlider(): VNode | null {
  const isDragging = useRef(false);
  const stops = jumpsOf(city.value.value?.changeDates ?? [], Infinity);
  const day = date.value;
  if (stops.length < 2 || !day) {
    return null;
  }
  const index = stopAt(stops, day);
  const move = (to: number): void => {
    // One drag is one step back.
    go({ on: stops[to]?.day ?? null }, isDragging.current ? 'replace' : 'push');
    isDragging.current = true;
    isPlaying.value = false;
  };
  return (
    <label class="boundary-slider">
      <span class="for-readers">{t('boundary.slider')}</span>
      <input
        type="range"
        min="0"
        max={stops.length - 1}
        step="1"
        value={index}
        aria-valuetext={formatDay(stops[index]?.day ?? day, lang.value)}
        title={t('boundary.slider')}
        onInput={(event) => move(event.currentTarget.valueAsNumber)}
        onChange={() => {
          isDragging.current = false;
        }}
      />
      <span class="boundary-ends hint" aria-hidden="true">
        <span>{formatDay(stops[0]?.day ?? '', lang.value)}</span>
        <span>{formatDay(stops.at(-1)?.day ?? '', lang.value)}</span>
      </span>
    </label>
  );
}
