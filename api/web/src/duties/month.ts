/** Months as the duties calendar lays them out. Pure; months are `2025-01`, days `2025-01-10`. */

const MONTH = /^(\d{4})-(\d{2})$/;
const DAY_MILLISECONDS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** Reads a month; `null` for anything else. */
export function parseMonth(text: string | null): { readonly year: number; readonly month: number } | null {
  const [, year, month] = MONTH.exec(text ?? '') ?? [];
  return year && month && Number(month) >= 1 && Number(month) <= 12
    ? { year: Number(year), month: Number(month) }
    : null;
}

/** The month so many months later. */
export function shiftMonth(text: string, by: number): string {
  const from = parseMonth(text);
  return from ? toMonth(new Date(Date.UTC(from.year, from.month - 1 + by, 1))) : text;
}

/** The month after the one that a day lies in: where reports on it are due. */
export function monthAfter(day: string): string {
  return shiftMonth(day.slice(0, 7), 1);
}

/** The days of a month in weeks from Monday to Sunday; `null` for days of the months beside it. */
export function weeksOf(text: string): readonly (readonly (string | null)[])[] {
  const parsed = parseMonth(text);
  if (!parsed) {
    return [];
  }
  const first = Date.UTC(parsed.year, parsed.month - 1, 1);
  const count = new Date(Date.UTC(parsed.year, parsed.month, 0)).getUTCDate();
  const lead = (new Date(first).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  const cells: (string | null)[] = Array.from({ length: lead }, () => null);
  for (let day = 0; day < count; day++) {
    cells.push(new Date(first + day * DAY_MILLISECONDS).toISOString().slice(0, 10));
  }
  while (cells.length % DAYS_OF_WEEK > 0) {
    cells.push(null);
  }
  return Array.from({ length: cells.length / DAYS_OF_WEEK }, (_, week) =>
    cells.slice(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK),
  );
}

function toMonth(date: Date): string {
  return date.toISOString().slice(0, 7);
}
