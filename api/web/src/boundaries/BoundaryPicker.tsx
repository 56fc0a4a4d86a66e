import type { VNode } from 'preact';
import { formatDay } from '../format/periods';
import { t } from '../i18n/text';
import { city, date, lang } from '../state/model';
import { address, go } from '../state/navigation';
import { BoundarySlider } from './BoundarySlider';
import { jumpsOf } from './days';

/** Which day's boundaries the map and the figures are on: those of the period, of a change, or of any day. */
export function BoundaryPicker(): VNode | null {
  const days = city.value.value?.changeDates;
  if (!days || !date.value) {
    return null;
  }
  const { on } = address.value;
  const pick = (day: string | null): void => go({ on: day, camera: null });
  return (
    <fieldset class="segments boundary-picker">
      <legend>{t('boundary.title')}</legend>
      <div>
        <button type="button" aria-pressed={on === null} onClick={() => pick(null)}>
          {t('boundary.ofPeriod')}
        </button>
        {jumpsOf(days, 1).map(({ day }) => (
          <button key={day} type="button" aria-pressed={on === day} onClick={() => pick(day)}>
            {formatDay(day, lang.value)}
          </button>
        ))}
      </div>
      <BoundarySlider />
      <label class="boundary-day">
        <span>{t('boundary.anyDay')}</span>
        <input
          type="date"
          value={date.value}
          min={days[0]}
          onChange={(event) => pick(event.currentTarget.value || null)}
        />
      </label>
    </fieldset>
  );
}
