import type { VNode } from 'preact';
import { formatAge } from '../format/instants';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { now } from '../state/ui';
import { BoatSign } from './BoatSign';
import { pointedBoat } from './state';

/** What is known of the boat that one points at. */
export function BoatHover(): VNode | null {
  const pointed = pointedBoat.value;
  if (!pointed) {
    return null;
  }
  const { boat, x, y } = pointed;
  return (
    <div class="hover-card" style={{ transform: `translate(${x + 14}px, ${y + 14}px)` }}>
      <b>{boat.id}</b>
      <span class="status">
        <BoatSign contact={boat.contact} />
        {t(`contact.${boat.contact}`)}
      </span>
      <small>
        {boat.size ? t(`size.${boat.size}`) : t('size.unknown')} ·{' '}
        {formatAge(new Date(boat.time * 1000).toISOString(), now.value, lang.value)}
      </small>
    </div>
  );
}
