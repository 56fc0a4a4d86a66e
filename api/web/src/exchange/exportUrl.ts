/** The addresses of files. Pure. */

import { withQuery } from '../api/client';

export const FORMATS = ['xlsx', 'csv', 'sdmx-csv', 'sdmx-json'] as const;
export type Format = (typeof FORMATS)[number];

export interface Slice {
  readonly unit: string;
  readonly level: string;
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
  readonly format: Format;
}

/** The file of a slice's figures. */
export function figuresUrl(slice: Slice, lang: string): string {
  const { unit, level, indicator, from, to, format } = slice;
  return withQuery('/v1/exports/figures', { unit, level, indicator, from, to, format, lang });
}

/** The printed scorecard of a unit. */
export function printUrl(unit: string, period: string, lang: string): string {
  return withQuery(`/v1/units/${encodeURIComponent(unit)}/scorecard/print`, { period, lang });
}

/** The periods that a printed report can be about, around a month: itself, its quarter, half-year and year. */
export function reportPeriods(month: string): readonly string[] {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  if (!match) {
    return [month];
  }
  const [year, number] = [match[1] ?? '', Number(match[2])];
  return [month, `${year}-Q${Math.ceil(number / 3)}`, `${year}-S${Math.ceil(number / 6)}`, year];
}
