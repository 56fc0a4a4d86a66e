import type { VNode } from 'preact';
import type { Unit } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { formatDay, formatPeriod } from '../format/periods';
import { nameOf, t, type TextKey } from '../i18n/text';
import { date, lang, scope } from '../state/model';
import { address, go } from '../state/navigation';
import { now } from '../state/ui';
import { DutyList } from './DutyList';
import { DutyMonth } from './DutyMonth';
import { DutySign } from './DutySign';
import { DutySummaryTable } from './DutySummaryTable';
import { monthAfter, parseMonth, shiftMonth } from './month';
import { calendarOf, dutiesOf, renewDuties } from './resources';
import { countStates, readStates, type DutyState } from './states';

const GROUPINGS = ['unit', 'agency', 'duty', 'indicator'] as const;

/** Who reports what, by when, and who has not. */
export default function DutiesView(): VNode | null {
  const unit = scope.value;
  if (!unit || !date.value) {
    return null;
  }
  const month = parseMonth(address.value.month) ? (address.value.month as string) : monthAfter(date.value);
  const calendar = calendarOf(unit.code, month).value;
  const list = dutiesOf(unit.code, month).value;
  const failed = [calendar, list].find((one) => one.state === 'failed');
  if (calendar.value && list.value) {
    document.documentElement.dataset['ready'] = 'true';
  }
  return (
    <section class="duties" aria-label={t('view.duties')}>
      <Head unit={unit} month={month} />
      {failed?.state === 'failed' ? <ProblemNote problem={failed.problem} onRetry={renewDuties} /> : null}
      <div class="duties-body">
        <div class="duties-left">
          {calendar.value ? <DutyMonth month={month} calendar={calendar.value} /> : <Waiting />}
          <DutySummaryTable unit={unit} month={month} by={grouping()} />
        </div>
        <div class="duties-right">
          {list.value ? (
            <>
              <StateFilter items={list.value} />
              <DutyList items={list.value} states={readStates(address.value.stands)} day={address.value.day} />
            </>
          ) : (
            <Waiting />
          )}
        </div>
      </div>
    </section>
  );
}

function Head({ unit, month }: { readonly unit: Unit; readonly month: string }): VNode {
  const today = now.value.toISOString().slice(0, 7);
  return (
    <header class="score-head duties-head">
      <h1>{t('duty.title', { place: nameOf(unit) })}</h1>
      <div class="score-tools">
        <Link change={{ month: shiftMonth(month, -1), day: null }} class="step" title={t('duty.previousMonth')}>
          <Icon name="previous" />
        </Link>
        <strong class="duties-month" aria-live="polite">
          {formatPeriod(month, lang.value)}
        </strong>
        <Link change={{ month: shiftMonth(month, 1), day: null }} class="step" title={t('duty.nextMonth')}>
          <Icon name="next" />
        </Link>
        <Link change={{ month: today, day: null }}>{t('duty.today')}</Link>
        <span class="spacer" />
        <label>
          {t('duty.by')}{' '}
          <select value={grouping()} onChange={(event) => go({ by: event.currentTarget.value }, 'replace')}>
            {GROUPINGS.map((by) => (
              <option key={by} value={by}>
                {t(`dutyby.${by}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
        <a href={`/v1/duties/calendar.ics?unit=${unit.code}&lang=${lang.value}`} title={t('duty.fileTitle')}>
          <Icon name="download" />
          {t('duty.file')}
        </a>
      </div>
    </header>
  );
}

function StateFilter({ items }: { readonly items: readonly { readonly state: DutyState }[] }): VNode {
  const states = readStates(address.value.stands);
  const toggle = (state: DutyState): void => {
    const next = states.includes(state) ? states.filter((other) => other !== state) : [...states, state];
    go({ stands: next.length > 0 ? next.join(' ') : null });
  };
  return (
    <div class="duties-filter">
      <div class="status-filter" role="group" aria-label={t('duty.filter')}>
        {countStates(items).map(({ state, count }) => (
          <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
            <DutySign state={state} />
            <b>{count}</b>
          </button>
        ))}
      </div>
      {address.value.day ? (
        <Link change={{ day: null }}>{t('duty.allDays', { day: formatDay(address.value.day, lang.value) })}</Link>
      ) : null}
    </div>
  );
}

function Waiting(): VNode {
  return <p class="hint">{t('state.loading')}</p>;
}

function grouping(): string {
  return GROUPINGS.find((by) => by === address.value.by) ?? 'unit';
}
