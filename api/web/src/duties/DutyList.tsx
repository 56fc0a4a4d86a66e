import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Duty } from '../api/types';
import { formatInstant } from '../format/instants';
import { formatDay, formatPeriodShort } from '../format/periods';
import { nameOf, t, type TextKey } from '../i18n/text';
import { indicators, lang } from '../state/model';
import { DutyDecision } from './DutyDecision';
import { DutySign } from './DutySign';
import { DUTY_STATES, type DutyState } from './states';

/** Rows shown before somebody asks for more. */
const STEP = 100;

/** The reports owed, what needs somebody first; each opens what is outstanding and what was decided. */
export function DutyList({
  items,
  states,
  day,
}: {
  readonly items: readonly Duty[];
  readonly states: readonly DutyState[];
  readonly day: string | null;
}): VNode {
  const shown = useSignal(STEP);
  const open = useSignal<string | null>(null);
  const rows = items
    .filter((one) => (states.length === 0 || states.includes(one.state)) && (!day || one.dueDay === day))
    .sort((a, b) => DUTY_STATES.indexOf(a.state) - DUTY_STATES.indexOf(b.state) || a.id.localeCompare(b.id));
  if (rows.length === 0) {
    return <p class="empty">{t(items.length === 0 ? 'duty.none' : 'duty.noneFound')}</p>;
  }
  return (
    <div class="scroll duty-list" tabIndex={0} role="region" aria-label={t('duty.list')}>
      <table class="score-table">
        <thead>
          <tr>
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('duty.who')}</th>
            <th scope="col">{t('duty.period')}</th>
            <th scope="col">{t('column.due')}</th>
            <th scope="col" class="number">
              {t('duty.received')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown.value).map((one) => (
            <Row
              key={one.id}
              duty={one}
              isOpen={open.value === one.id}
              onToggle={() => {
                open.value = open.value === one.id ? null : one.id;
              }}
            />
          ))}
        </tbody>
      </table>
      {rows.length > shown.value ? (
        <button
          type="button"
          onClick={() => {
            shown.value += STEP;
          }}>
          {t('duty.more', { count: rows.length - shown.value })}
        </button>
      ) : null}
    </div>
  );
}

function Row({
  duty,
  isOpen,
  onToggle,
}: {
  readonly duty: Duty;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): VNode {
  const { count } = duty;
  return (
    <>
      <tr class={isOpen ? 'is-open' : undefined} data-duty={duty.id}>
        <td class="col-status">
          <button type="button" class="quiet" aria-expanded={isOpen} onClick={onToggle}>
            <DutySign state={duty.state} />
          </button>
        </td>
        <th scope="row" class="col-name">
          {lang.value === 'vi' ? duty.whoVi : duty.whoEn}
          <small>{nameOf(duty)}</small>
        </th>
        <td>{formatPeriodShort(duty.period, lang.value)}</td>
        <td>{formatDay(duty.dueDay, lang.value)}</td>
        <td class="number">
          {count.received}/{count.expected}
        </td>
      </tr>
      {isOpen ? (
        <tr class="reason-row">
          <td colSpan={5}>
            <Detail duty={duty} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Detail({ duty }: { readonly duty: Duty }): VNode {
  return (
    <div class="duty-detail reason">
      <p>{t('duty.onTimeBefore', { time: formatInstant(duty.onTimeBefore, lang.value) })}</p>
      {duty.receivedAt ? <p>{t('duty.receivedAt', { time: formatInstant(duty.receivedAt, lang.value) })}</p> : null}
      {duty.outstanding.length > 0 ? (
        <p>
          {t('duty.outstanding')} {duty.outstanding.map(indicatorName).join('; ')}
        </p>
      ) : null}
      {duty.marks.map((mark) => (
        <p key={`${mark.at}${mark.kind}`}>
          {t('duty.mark', {
            what: t(`dutymark.${mark.kind}` as TextKey),
            who: mark.by,
            time: formatInstant(mark.at, lang.value),
            why: mark.reason,
          })}
        </p>
      ))}
      <DutyDecision duty={duty} />
    </div>
  );
}

function indicatorName(code: string): string {
  const found = indicators.value.value?.find((one) => one.code === code);
  return found ? nameOf(found) : code;
}
