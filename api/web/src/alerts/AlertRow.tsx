import type { VNode } from 'preact';
import type { Alert } from '../api/types';
import { Link } from '../controls/Link';
import { formatAge, formatInstant } from '../format/instants';
import { nameOf, t, type TextKey } from '../i18n/text';
import { city, lang } from '../state/model';
import { now } from '../state/ui';
import { AlertActions } from './AlertActions';
import { AlertSign } from './AlertSign';

/** What the program read stands above in the reader's language already. */
function said(event: Alert['events'][number]): boolean {
  return event.text !== '' && (event.by !== 'twin' || event.kind === 'escalated');
}

/** One alert of the inbox: what, where, since when; opened, what happened to it and what can be done. */
export function AlertRow({
  alert,
  isOpen,
  onToggle,
}: {
  readonly alert: Alert;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): VNode {
  const isVietnamese = lang.value === 'vi';
  return (
    <>
      <tr class={isOpen ? 'is-open' : undefined} data-alert={alert.id}>
        <td class="col-status">
          <button type="button" class="quiet" aria-expanded={isOpen} onClick={onToggle}>
            <AlertSign state={alert.state} severity={alert.severity} />
          </button>
        </td>
        <th scope="row" class="col-name">
          {nameOf(alert)}
          <small>{isVietnamese ? alert.reasonVi : alert.reasonEn}</small>
        </th>
        <td>
          <Link
            change={{
              view: 'map',
              unit: alert.unit === city.value.value?.rootUnit ? null : alert.unit,
              selected: null,
              level: null,
            }}>
            {isVietnamese ? alert.unitVi : alert.unitEn}
          </Link>
        </td>
        <td title={formatInstant(alert.changedAt, lang.value)}>{formatAge(alert.changedAt, now.value, lang.value)}</td>
        <td>{alert.assignee ?? ''}</td>
      </tr>
      {isOpen ? (
        <tr class="reason-row">
          <td colSpan={5}>
            <div class="duty-detail">
              <ol>
                {alert.events.map((event) => (
                  <li key={`${event.at}${event.kind}`}>
                    {formatInstant(event.at, lang.value)} · {t(`alertevent.${event.kind}` as TextKey)} · {event.by}
                    {said(event) ? `: ${event.text}` : ''}
                  </li>
                ))}
              </ol>
              <AlertActions alert={alert} />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}
