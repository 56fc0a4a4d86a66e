import type { VNode } from 'preact';
import type { DutyCalendar, DutyDay, DutyDue } from '../api/types';
import { formatDay } from '../format/periods';
import { localeOf } from '../format/numbers';
import { nameOf, t } from '../i18n/text';
import { lang } from '../state/model';
import { address, go } from '../state/navigation';
import { now } from '../state/ui';
import { weeksOf } from './month';
import { signOf } from './states';

// A week that began on a Monday, for the names of weekdays.
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MILLISECONDS = 86_400_000;

/** A month from Monday to Sunday: what is due on each day, and which days are off. */
export function DutyMonth({
  month,
  calendar,
}: {
  readonly month: string;
  readonly calendar: DutyCalendar;
}): VNode {
  const days = new Map(calendar.days.map((day) => [day.date, day]));
  const weekday = new Intl.DateTimeFormat(localeOf(lang.value), { weekday: 'short', timeZone: 'UTC' });
  return (
    <table class="duty-month">
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((day) => (
            <th key={day} scope="col">
              {weekday.format(new Date(MONDAY + day * DAY_MILLISECONDS))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, i) => (
          <tr key={i}>
            {week.map((day, j) => (day ? <Day key={day} date={day} day={days.get(day)} /> : <td key={j} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, day }: { readonly date: string; readonly day: DutyDay | undefined }): VNode {
  const isChosen = address.value.day === date;
  const isToday = now.value.toISOString().slice(0, 10) === date;
  const names = [day && !day.isWorkingDay ? 'is-off' : '', isChosen ? 'is-chosen' : '', isToday ? 'is-today' : ''];
  const holiday = lang.value === 'vi' ? day?.holidayVi : day?.holidayEn;
  const due = day?.duties ?? [];
  const number = Number(date.slice(8));
  return (
    <td class={names.filter(Boolean).join(' ') || undefined} title={holiday ?? undefined}>
      {due.length > 0 ? (
        <button
          type="button"
          class="quiet"
          aria-pressed={isChosen}
          aria-label={t('duty.dueOn', { day: formatDay(date, lang.value), count: due.length })}
          onClick={() => go({ day: isChosen ? null : date })}>
          <span class="day-number">{number}</span>
          {due.map((one) => (
            <Due key={`${one.dutyId} ${one.period}`} due={one} />
          ))}
        </button>
      ) : (
        <span class="day-number">{number}</span>
      )}
      {holiday ? <small>{holiday}</small> : null}
    </td>
  );
}

function Due({ due }: { readonly due: DutyDue }): VNode {
  const { received, expected } = due.count;
  return (
    <span class={`due due-${signOf(due.state)}`} title={nameOf(due)}>
      <span class="due-name">{nameOf(due)}</span>
      <b>
        {received}/{expected}
      </b>
    </span>
  );
}
