import type { VNode } from 'preact';
import { nameOf, t } from '../i18n/text';
import type { Unit } from '../api/types';
import { compareNames } from '../controls/sorting';
import { city, era, territory, unitsOn } from '../state/model';
import { go } from '../state/navigation';
import { dayBefore } from '../state/territory';
import { toggled } from './filter';
import { fleetPlace } from './resources';
import { goFleet, shownFleet } from './state';
import { CONTACTS, LOST, SIZES, SLOTS, ZONES } from './words';

/** The filter of the map as a line over a list, with the place. */
export function FilterBar({ onlyLost = false }: { readonly onlyLost?: boolean }): VNode {
  const filter = shownFleet.value;
  return (
    <div class="duties-filter fleet-bar">
      <Place />
      <div class="status-filter" role="group" aria-label={t('fleet.size')}>
        {SIZES.map((size) => (
          <button
            key={size}
            type="button"
            aria-pressed={filter.sizes.includes(size)}
            onClick={() => goFleet({ sizes: toggled(SIZES, filter.sizes, size) })}>
            {t(`size.${size}`)}
          </button>
        ))}
      </div>
      <div class="status-filter" role="group" aria-label={t('fleet.contact')}>
        {(onlyLost ? LOST : CONTACTS).map((contact) => (
          <button
            key={contact}
            type="button"
            aria-pressed={filter.contacts.includes(contact)}
            onClick={() => goFleet({ contacts: toggled(CONTACTS, filter.contacts, contact) })}>
            {t(`contact.${contact}`)}
          </button>
        ))}
      </div>
      <div class="status-filter" role="group" aria-label={t('fleet.zones')}>
        {ZONES.map((zone) => (
          <button
            key={zone}
            type="button"
            aria-pressed={filter.zones.includes(zone)}
            onClick={() => goFleet({ zones: toggled(ZONES, filter.zones, zone) })}>
            {t(`zone.${zone}`)}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={filter.violates === true}
          onClick={() => goFleet({ violates: filter.violates === true ? null : true })}>
          {t('fleet.violates')}
        </button>
      </div>
      {onlyLost ? (
        <div class="status-filter" role="group" aria-label={t('fleet.slot')}>
          {SLOTS.map((slot) => (
            <button
              key={slot}
              type="button"
              aria-pressed={filter.slots.includes(slot)}
              onClick={() => goFleet({ slots: toggled(SLOTS, filter.slots, slot) })}>
              {t(`slot.${slot}`)}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** The city, a unit directly below it, or one that was until boundaries last changed. */
export function Place(): VNode {
  const root = city.value.value?.rootUnit ?? null;
  const here = fleetPlace.value;
  const now = below(territory.value?.units ?? [], root);
  const before = below(formerUnits(), root).filter(({ code }) => !now.some((unit) => unit.code === code));
  // One that is deeper down stays in sight.
  const deeper = here && here.code !== root && ![...now, ...before].some(({ code }) => code === here.code);
  return (
    <label class="place">
      <span>{t('boat.home')}</span>
      <select
        value={here?.code === root ? '' : (here?.code ?? '')}
        onChange={(event) =>
          go({ unit: event.currentTarget.value || null, level: null, selected: null, camera: null })
        }>
        <option value="">{t('fleet.everywhere')}</option>
        {deeper ? <option value={here.code}>{nameOf(here)}</option> : null}
        {before.length > 0 ? (
          <optgroup label={t('fleet.before')}>
            {before.map((unit) => (
              <option key={unit.code} value={unit.code}>
                {nameOf(unit)}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label={t('fleet.today')}>
          {now.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {nameOf(unit)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

/** The units of the day before the boundaries that are shown. */
function formerUnits(): readonly Unit[] {
  const since = era.value;
  return since && (city.value.value?.changeDates ?? []).includes(since)
    ? [...unitsOn(dayBefore(since)).values()]
    : [];
}

function below(units: readonly Unit[], root: string | null): readonly Unit[] {
  return units
    .filter(({ upperUnit }) => root !== null && upperUnit === root)
    .sort((a, b) => compareNames(nameOf(a), nameOf(b)));
}
