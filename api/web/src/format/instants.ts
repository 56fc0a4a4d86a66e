/** Instants and ages, in the city's time zone. Pure: the caller says what "now" is. */

import { formatDay } from './periods';
import { localeOf, type Lang } from './numbers';

const CITY_ZONE = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: CITY_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** An RFC 3339 instant as day and time of the city: `22/11/2026 14:05`. */
export function formatInstant(instant: string, lang: Lang): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) {
    return instant;
  }
  const [day = '', hour = ''] = clock.format(time).split(' ');
  return `${formatDay(day, lang)} ${hour}`;
}

/** The time of day in the city: `14:05`. */
export function formatClock(instant: Date): string {
  return clock.format(instant).split(' ')[1] ?? '';
}

/** How long ago an instant was, in its largest whole unit: `3 ngày trước`, `3 days ago`. */
export function formatAge(instant: string, now: Date, lang: Lang): string {
  const seconds = (now.getTime() - Date.parse(instant)) / 1000;
  if (!Number.isFinite(seconds)) {
    return instant;
  }
  const relative = new Intl.RelativeTimeFormat(localeOf(lang), { numeric: 'always' });
  for (const [unit, length] of steps) {
    if (seconds >= length) {
      return relative.format(-Math.floor(seconds / length), unit);
    }
  }
  return relative.format(-Math.max(0, Math.floor(seconds)), 'second');
}
