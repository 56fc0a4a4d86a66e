import type { VNode } from 'preact';
import type { Case } from '../api/types';
import { Link } from '../controls/Link';
import { FLEET_START } from '../fleet/address';
import { formatInstant } from '../format/instants';
import { t } from '../i18n/text';
import { lang } from '../state/model';

/** The boat that a case is about: why, since when, and the way to it on the map. */
export function CaseVessel({ file }: { readonly file: Case }): VNode | null {
  if (file.vessel === null) {
    return null;
  }
  const time = (instant: string): string => formatInstant(instant, lang.value);
  return (
    <p class="case-vessel">
      <Link
        change={{
          view: 'fleet',
          file: null,
          unit: null,
          camera: null,
          fleet: { ...FLEET_START, vessel: file.vessel, days: 7 },
        }}>
        {t('case.boat', { boat: file.vessel })}
      </Link>
      {file.kind && file.since ? (
        <span>{t('case.since', { what: t(`concern.${file.kind}`), time: time(file.since) })}</span>
      ) : null}
      {file.endedAt ? <span>{t('case.ended', { time: time(file.endedAt) })}</span> : null}
    </p>
  );
}

/** Who was called, and how it ended. */
export function CaseOutcome({ event }: { readonly event: Case['events'][number] }): VNode | null {
  const { contact, resolution } = event;
  return contact || resolution ? (
    <span class="case-outcome">
      {contact
        ? t('case.called', {
            channel: t(`channel.${contact.channel}`),
            who: contact.who,
            answer: t(contact.isReached ? 'case.reached' : 'case.notReached'),
          })
        : null}{' '}
      {resolution ? t(`resolution.${resolution}`) : null}
    </span>
  ) : null;
}
