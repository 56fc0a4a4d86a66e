import type { VNode } from 'preact';
import type { AreaFleet } from '../api/types';
import { formatInstant } from '../format/instants';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { lang } from '../state/model';

/** The boats whose last position lies in the area, and what is the matter with them. */
export function FleetInArea({ fleet }: { readonly fleet: AreaFleet }): VNode {
  const rows = [
    ['lost', fleet.lost],
    ['notEligible', fleet.notEligible],
    ['threeNo', fleet.threeNo],
  ] as const;
  return (
    <article class="figure-card fleet-in-area">
      <h3>{t('area.fleet')}</h3>
      <p class="figure">
        <data class="value" value={fleet.vessels}>
          {formatNumber(fleet.vessels, 0, lang.value)}
        </data>
        <span class="when">{formatInstant(fleet.at, lang.value)}</span>
      </p>
      <dl class="properties">
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`area.fleet-${name}`)}</dt>
            <dd>{formatNumber(count, 0, lang.value)}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
