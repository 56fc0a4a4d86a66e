/** Numbers as a reader of each language writes them. Pure; every function takes the language it writes. */

export type Lang = 'vi' | 'en';

/** What stands where there is no number: never a zero. */
export const NO_NUMBER = '–';

const MINUS = '\u2212';
const NO_BREAK = '\u00a0';
const locales: Readonly<Record<Lang, string>> = { vi: 'vi-VN', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: Lang, decimals: number): Intl.NumberFormat {
  const key = `${lang}${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[lang], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: true,
    });
    formats.set(key, format);
  }
  return format;
}

/** A number with so many decimals: `1.360` in vi, `1,360` in en. */
export function formatNumber(value: number | null | undefined, decimals: number, lang: Lang): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return NO_NUMBER;
  }
  // Rounding first keeps a tiny negative number from being written as "-0".
  const rounded = Number(value.toFixed(decimals));
  return numberFormat(lang, decimals)
    .format(rounded === 0 ? 0 : rounded)
    .replace('-', MINUS);
}

/** A count or measure with no more decimals than it has, three at most. */
export function formatAmount(value: number | null | undefined, lang: Lang): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return NO_NUMBER;
  }
  for (let decimals = 0; decimals < 3; decimals++) {
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(value))) {
      return formatNumber(value, decimals, lang);
    }
  }
  return formatNumber(value, 3, lang);
}

/** A value with its unit of measure: `58,6 %` in vi, `58.6%` in en, `82 trạm`. */
export function formatValue(value: number | null | undefined, unit: string, decimals: number, lang: Lang): string {
  const number = formatNumber(value, decimals, lang);
  return number === NO_NUMBER ? number : withUnit(number, unit, lang);
}

/** A written number followed by its unit, as the language joins them. */
export function withUnit(number: string, unit: string, lang: Lang): string {
  if (unit === '') {
    return number;
  }
  return unit === '%' && lang === 'en' ? `${number}%` : `${number}${NO_BREAK}${unit}`;
}

/** A difference, always with its sign: `+3,2`, `−0,4`. */
export function formatSigned(value: number | null | undefined, decimals: number, lang: Lang): string {
  const number = formatNumber(value, decimals, lang);
  return value !== null && value !== undefined && Number(value.toFixed(decimals)) > 0 ? `+${number}` : number;
}

/** A part of one as a whole percentage, never "100 %" while something is missing: `97 %`. */
export function formatShare(part: number, whole: number, lang: Lang): string {
  if (whole <= 0) {
    return NO_NUMBER;
  }
  const percent = (part / whole) * 100;
  const rounded = part < whole ? Math.min(99, Math.round(percent)) : Math.round(percent);
  return formatValue(rounded, '%', 0, lang);
}

/** The locale tag that a language is written in. */
export function localeOf(lang: Lang): string {
  return locales[lang];
}
