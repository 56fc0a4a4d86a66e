import type { VNode } from 'preact';
import { Link } from '../controls/Link';
import { t } from '../i18n/text';
import { PARTS } from './address';
import { fleetChange, shownFleet } from './state';

/** The parts of the view: the map and the lists. */
export function Parts(): VNode {
  return (
    <nav class="tabs" aria-label={t('fleet.parts')}>
      {PARTS.map((part) => (
        <Link key={part} change={fleetChange({ part })} isCurrent={part === shownFleet.value.part}>
          {t(`fleetpart.${part}`)}
        </Link>
      ))}
    </nav>
  );
}
