import type { VNode } from 'preact';
import { api } from '../api/client';
import type { Rollup } from '../api/types';
import { formatNumber } from '../format/numbers';
import { formatPeriodShort } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { absent, cache, indicators, keys, lang } from '../state/model';
import { address } from '../state/navigation';
import { now } from '../state/ui';
import { Link } from '../controls/Link';
import type { FleetGroup } from './filter';
import { fleetPlace, groups } from './resources';

/** What units report of their boats each month, and what is counted here from the boats themselves. */
const COUNTS: readonly (readonly [indicator: string, test: (group: FleetGroup) => boolean])[] = [
  ['FISHING-VESSELS', () => true],
  ['FISHING-VESSELS-INELIGIBLE', (group) => group.isEligible === false],
  ['FISHING-VESSELS-THREE-NO', (group) => group.isThreeNo === true],
];

/** Whether figures and boats say the same: a report that lags behind the register shows here. */
export function Agreement(): VNode | null {
  const when = address.value.period ?? monthOf(now.value);
  // A unit that no longer stands reports nothing of the month that runs.
  const isGone = absent.value !== null && address.value.period === null;
  const unit = isGone ? undefined : fleetPlace.value?.code;
  const lines = COUNTS.flatMap(([code, test]) => {
    const what = indicators.value.value?.find((one) => one.code === code);
    const figure = what && unit ? reportedBy(unit, code, when) : null;
    const counted = groups.value.reduce((sum, group) => sum + (test(group) ? group.vessels : 0), 0);
    return what && figure && figure.value !== null
      ? [{ code, name: nameOf(what), reported: figure.value, period: figure.period, counted }]
      : [];
  });
  return lines.length === 0 ? null : (
    <div class="facet agreement">
      <h3>
        <Link change={{ view: 'scorecard', period: when }}>{t('fleet.scorecard')}</Link>
      </h3>
      <ul>
        {lines.map(({ code, name, reported, period: of, counted }) => (
          <li key={code} data-agrees={String(reported === counted)} data-indicator={code}>
            <span>{name}</span>
            <b>{formatNumber(reported, 0, lang.value)}</b>
            <small>
              {reported === counted
                ? t('fleet.agrees', { period: formatPeriodShort(of, lang.value) })
                : t('fleet.differs', {
                    period: formatPeriodShort(of, lang.value),
                    count: formatNumber(counted, 0, lang.value),
                  })}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The month that runs in the city: the fleet counts itself for it, so that is what boats of today are held against. */
function monthOf(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 7);
}

/** A figure as the scorecard and the map of figures have it. */
function reportedBy(unit: string, code: string, when: string): Rollup | null {
  return cache.get(keys.rollup(unit, code, when, null), () => api.rollup(unit, code, when, null)).value.value ?? null;
}
