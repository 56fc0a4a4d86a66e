import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Link } from '../controls/Link';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { now } from '../state/ui';
import { FLEET_START, type FleetAddress } from './address';
import { countAll } from './filter';
import { groups, renewFleet } from './resources';
import { LOST } from './words';

/** Each number with the filter that shows its boats. The flags overlap, so nothing here is a sum of others. */
const COUNTS = [
  ['boats', {}],
  ['lost', { contacts: LOST }],
  ['ineligible', { isEligible: false }],
  ['threeNo', { isThreeNo: true }],
] as const satisfies readonly (readonly [string, Partial<FleetAddress>])[];

/** The boats of a unit at this moment, beside its scorecard: the same counts as in the view of the fleet. */
export function FleetLine(): VNode | null {
  useEffect(renewFleet, [now.value]);
  if (groups.value.length === 0) {
    return null;
  }
  return (
    <p class="fleet-line">
      <span>{t('fleetline.now')}</span>
      {COUNTS.map(([name, filter]) => {
        const fleet: FleetAddress = { ...FLEET_START, ...filter, part: name === 'lost' ? 'lost' : 'map' };
        return (
          <Link key={name} change={{ view: 'fleet', fleet, camera: null }}>
            <b data-count={name}>{formatNumber(countAll(groups.value, fleet), 0, lang.value)}</b>{' '}
            {t(`fleetline.${name}`)}
          </Link>
        );
      })}
    </p>
  );
}
