/** SDMX time periods: `2025`, `2025-S1`, `2025-Q3`, `2025-06`, `2025-06-15`, `2025-01-01/P10M`. Pure. */

import type { Lang } from './numbers';

/** A period taken apart: its months from January as 0, both included, or a single day. */
export interface Period {
  readonly text: string;
  readonly year: number;
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'day' | 'part';
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly day: number | null;
}

const pattern = /^(\d{4})(?:-(?:S([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/;
/** The first months of a year. */
const partPattern = /^(\d{4})-01-01\/P([1-9]|1[01])M$/;
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Reads a period; `null` for a text that is none. */
export function parsePeriod(text: string): Period | null {
  const part = partPattern.exec(text);
  if (part) {
    return { text, year: Number(part[1]), kind: 'part', firstMonth: 0, lastMonth: Number(part[2]) - 1, day: null };
  }
  const match = pattern.exec(text);
  if (!match) {
    return null;
  }
  const [, yearText, half, quarter, month, day] = match;
  const year = Number(yearText);
  if (half) {
    const first = (Number(half) - 1) * 6;
    return { text, year, kind: 'half', firstMonth: first, lastMonth: first + 5, day: null };
  }
  if (quarter) {
    const first = (Number(quarter) - 1) * 3;
    return { text, year, kind: 'quarter', firstMonth: first, lastMonth: first + 2, day: null };
  }
  if (!month) {
    return { text, year, kind: 'year', firstMonth: 0, lastMonth: 11, day: null };
  }
  const index = Number(month) - 1;
  if (index < 0 || index > 11) {
    return null;
  }
  if (!day) {
    return { text, year, kind: 'month', firstMonth: index, lastMonth: index, day: null };
  }
  const number = Number(day);
  return number >= 1 && number <= daysIn(year, index)
    ? { text, year, kind: 'day', firstMonth: index, lastMonth: index, day: number }
    : null;
}

/** The last day of a period as `yyyy-mm-dd`: the day whose boundaries it is shown on. */
export function periodEnd(period: Period): string {
  return isoDay(period.year, period.lastMonth, period.day ?? daysIn(period.year, period.lastMonth));
}

/** The first day of a period as `yyyy-mm-dd`. */
export function periodStart(period: Period): string {
  return isoDay(period.year, period.firstMonth, period.day ?? 1);
}

/** A period as a reader writes it: `tháng 6/2025`, `Jun 2025`; the text itself where it is none. */
export function formatPeriod(text: string, lang: Lang): string {
  const period = parsePeriod(text);
  if (!period) {
    return text;
  }
  const { year, firstMonth } = period;
  switch (period.kind) {
    case 'year':
      return lang === 'vi' ? `năm ${year}` : `${year}`;
    case 'half':
      return lang === 'vi'
        ? `${firstMonth === 0 ? '6 tháng đầu' : '6 tháng cuối'} năm ${year}`
        : `H${firstMonth / 6 + 1} ${year}`;
    case 'part':
      return lang === 'vi'
        ? `${period.lastMonth + 1} tháng đầu năm ${year}`
        : `first ${period.lastMonth + 1} months of ${year}`;
    case 'quarter':
      return lang === 'vi' ? `quý ${firstMonth / 3 + 1}/${year}` : `Q${firstMonth / 3 + 1} ${year}`;
    case 'month':
      return lang === 'vi' ? `tháng ${firstMonth + 1}/${year}` : `${englishMonths[firstMonth]} ${year}`;
    case 'day':
      return formatDay(periodEnd(period), lang);
  }
}

/** A period where there is little room: `06/2025`, `Jun 2025`. */
export function formatPeriodShort(text: string, lang: Lang): string {
  const period = parsePeriod(text);
  return period?.kind === 'month' && lang === 'vi'
    ? `${String(period.firstMonth + 1).padStart(2, '0')}/${period.year}`
    : formatPeriod(text, lang);
}

/** A day as a reader writes it: `22/11/2026`, `22 Nov 2026`; the text itself where it is none. */
export function formatDay(iso: string, lang: Lang): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) {
    return iso;
  }
  const [, year, month, day] = match;
  return lang === 'vi'
    ? `${day}/${month}/${year}`
    : `${Number(day)} ${englishMonths[Number(month) - 1] ?? month} ${year}`;
}

/** The middle of a period in seconds since 1970, UTC: where it stands on a time axis. */
export function periodMiddle(period: Period): number {
  const start = Date.parse(`${periodStart(period)}T00:00:00Z`);
  const end = Date.parse(`${periodEnd(period)}T00:00:00Z`);
  return (start + end) / 2000 + 43_200;
}

/**
 * The one of `periods` (ascending) that a wish stands for: itself, else the last one before it, else the first.
 * `null` for an empty list.
 */
export function nearestPeriod(periods: readonly string[], wish: string): string | null {
  if (periods.includes(wish)) {
    return wish;
  }
  const parsed = parsePeriod(wish);
  const day = parsed ? periodEnd(parsed) : wish;
  let found: string | null = null;
  for (const text of periods) {
    const candidate = parsePeriod(text);
    if (candidate && periodEnd(candidate) <= day) {
      found = text;
    }
  }
  return found ?? periods[0] ?? null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether two periods are of one length: a month is not drawn on a line of years. */
export function sameLength(one: string, other: string): boolean {
  return parsePeriod(one)?.kind === parsePeriod(other)?.kind;
}
