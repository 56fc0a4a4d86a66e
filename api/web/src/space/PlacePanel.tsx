import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api } from '../api/client';
import type { PlaceUnits } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { nameOf, t, tCode } from '../i18n/text';
import { cache, city, lang } from '../state/model';
import { address, go } from '../state/navigation';
import { formatDecimal, formatDms } from './coordinates';
import { CopyButton } from './CopyButton';
import type { Position } from './geodesy';
import { DEFAULT_RADIUS_METERS } from './shape';
import { askAgain, draw, place } from './state';
import { maps, nameOfSystem } from './systems';

/** A millimeter is what the conversion is good for; a planner's map has centimeters. */
const METER_DECIMALS = 2;

/** What lies at a place, and the place in every way that people write it. */
export function PlacePanel(): VNode | null {
  const { pin } = address.value;
  const loaded = place.value;
  if (!pin) {
    return null;
  }
  const position: Position = [pin.longitude, pin.latitude];
  return (
    <section class="panel space-panel" data-edge="right" aria-label={t('place.title')}>
      <div class="panel-head">
        <h2>{t('place.title')}</h2>
        <button
          type="button"
          class="quiet"
          title={t('action.close')}
          aria-label={t('action.close')}
          onClick={() => go({ pin: null })}>
          <Icon name="close" />
        </button>
      </div>
      {loaded?.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={askAgain} /> : null}
      {loaded?.value ? <Units found={loaded.value} /> : null}
      <dl class="coordinates">
        <Written name="WGS 84" text={formatDecimal(position)} />
        <Written name={t('place.dms')} text={formatDms(position, lang.value)} />
        <OnMap position={position} />
      </dl>
      <div class="actions">
        <button
          type="button"
          onClick={() => draw({ kind: 'circle', center: position, radiusMeters: DEFAULT_RADIUS_METERS })}>
          <Icon name="circle" />
          {t('place.around')}
        </button>
        <CopyButton text={() => location.href} name={t('space.link')} />
      </div>
    </section>
  );
}

function Units({ found }: { readonly found: PlaceUnits }): VNode {
  if (found.units.length === 0) {
    return <p class="note">{t('place.nowhere')}</p>;
  }
  const root = city.value.value?.rootUnit;
  return (
    <>
      <ul class="place-units">
        {found.units.map((unit) => (
          <li key={unit.code}>
            <Link
              change={{
                selected: unit.code,
                unit: unit.upperUnit === null || unit.upperUnit === root ? null : unit.upperUnit,
                level: unit.upperUnit === null ? null : unit.level,
                pin: null,
                camera: null,
              }}>
              {nameOf(unit)}
            </Link>{' '}
            <span class="hint">
              {tCode('level', unit.level)} · {unit.code}
            </span>
          </li>
        ))}
      </ul>
      {found.isSchematic ? <p class="hint">{t('place.schematic')}</p> : null}
    </>
  );
}

function Written({ name, text }: { readonly name: string; readonly text: string }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span class="written">{text}</span>
        <CopyButton text={() => text} name={t('space.copy')} />
      </dd>
    </div>
  );
}

/** The place on one of Vietnam's maps: the city's own first, any other by choice. */
function OnMap({ position }: { readonly position: Position }): VNode | null {
  const wish = useSignal<string | null>(null);
  const system = maps.value.find((one) => one.uri === wish.value) ?? maps.value[0];
  if (!system) {
    return null;
  }
  const key = `transform|${position.join(',')}|${system.uri}`;
  const loaded = cache.get(key, () => api.transform(null, system.uri, [position])).value;
  const [pair] = loaded.value ?? [];
  const text = pair ? writePair(pair) : '';
  return (
    <div>
      <dt>
        <select
          value={system.uri}
          aria-label={t('place.system')}
          onChange={(event) => {
            wish.value = event.currentTarget.value;
          }}>
          {maps.value.map((one) => (
            <option key={one.uri} value={one.uri}>
              {nameOfSystem(one)}
            </option>
          ))}
        </select>
      </dt>
      <dd>
        {loaded.state === 'failed' ? (
          <span class="hint">{t('place.offMap')}</span>
        ) : (
          <>
            <span class="written">{text}</span>
            <CopyButton text={() => text} name={t('space.copy')} />
          </>
        )}
      </dd>
    </div>
  );
}

/** Easting, then northing, without marks between thousands: to be pasted into other programs. */
function writePair([east, north]: readonly [number, number]): string {
  const write = (meters: number): string => meters.toFixed(METER_DECIMALS);
  return `E ${write(east)}  N ${write(north)}`;
}
