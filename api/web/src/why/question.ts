/** Which figure is asked about, as the address says it. Pure. */

import { withQuery } from '../api/client';

/** A figure of a unit for one indicator and period. */
export interface Question {
  readonly unit: string;
  readonly indicator: string;
  readonly period: string;
  /** On the boundaries of that day; on those of the period without one. */
  readonly on: string | null;
  /** As it was known at the end of that day; as it is known now without one. */
  readonly asOf: string | null;
}

const CODE = /^[\p{L}\p{N}._/-]{1,64}$/u;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** `31,FIBER-HOUSEHOLDS,2024-12`, with the day of the boundaries and that of the knowledge where they are asked for. */
export function writeQuestion({ unit, indicator, period, on, asOf }: Question): string {
  return [unit, indicator, period, on ?? '', asOf ?? ''].join(',').replace(/,+$/, '');
}

/** Reads what `writeQuestion` wrote; `null` for anything else. */
export function readQuestion(text: string | null): Question | null {
  const [unit = '', indicator = '', period = '', on = '', asOf = '', ...rest] = (text ?? '').split(',');
  const isReadable =
    rest.length === 0 &&
    [unit, indicator, period].every((code) => CODE.test(code)) &&
    [on, asOf].every((day) => day === '' || DAY.test(day));
  return isReadable ? { unit, indicator, period, on: on || null, asOf: asOf || null } : null;
}

/** Where the API explains the figure. */
export function hrefOf({ unit, indicator, period, on, asOf }: Question): string {
  return withQuery(`/v1/units/${encodeURIComponent(unit)}/explanation`, {
    indicator,
    period,
    boundaries: on,
    asOf: asOf === null ? null : endOfDay(asOf),
  });
}

/** The last second of a day of the city, seven hours ahead of UTC the whole year. */
export function endOfDay(day: string): string {
  return `${day}T16:59:59Z`;
}
