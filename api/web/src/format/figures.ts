/** How a figure of an indicator is written. Pure. */

import type { Indicator } from '../api/types';
import { formatNumber, formatSigned, formatValue, NO_NUMBER, type Lang } from './numbers';

/** How a unit of measure reads in the language; the words come from the catalogue. */
export type UnitWords = (code: string) => string;

type Shown = Pick<Indicator, 'unitOfMeasure' | 'decimals'>;

/** A value with its unit; yes or no where the indicator only knows those. */
export function formatFigure(value: number | null | undefined, shown: Shown, lang: Lang, words: UnitWords): string {
  if (value === null || value === undefined) {
    return NO_NUMBER;
  }
  if (shown.unitOfMeasure === 'boolean') {
    return words(value >= 1 ? 'yes' : 'no');
  }
  if (isBare(shown.unitOfMeasure)) {
    return formatNumber(value, shown.decimals, lang);
  }
  return formatValue(value, words(shown.unitOfMeasure), shown.decimals, lang);
}

/** A value without its unit, for tables and legends that name the unit once. */
export function formatBare(value: number | null | undefined, shown: Shown, lang: Lang, words: UnitWords): string {
  return shown.unitOfMeasure === 'boolean'
    ? formatFigure(value, shown, lang, words)
    : formatNumber(value, shown.decimals, lang);
}

/** A difference between two values, with its sign and without its unit; yes and no do not differ by a number. */
export function formatGap(gap: number | null | undefined, shown: Shown, lang: Lang): string {
  if (shown.unitOfMeasure === 'boolean') {
    return NO_NUMBER;
  }
  return formatSigned(gap, Math.max(1, shown.decimals), lang);
}

/** The unit of a difference: of percentages it is percentage points; empty where there is none to name. */
export function unitOfGap(shown: Shown, words: UnitWords): string {
  if (isBare(shown.unitOfMeasure) || shown.unitOfMeasure === 'boolean') {
    return '';
  }
  return words(shown.unitOfMeasure.startsWith('%') ? 'points' : shown.unitOfMeasure);
}

const signs: Readonly<Record<string, string>> = {
  atLeast: '≥',
  above: '>',
  atMost: '≤',
  equal: '=',
  about: '≈',
};

/** What a target asks for: `≥ 80 %`, `15–20 %`, `> 30 %`. */
export function formatTarget(
  target: { readonly comparator: string; readonly value: number | null; readonly valueMax: number | null },
  shown: Shown,
  lang: Lang,
  words: UnitWords,
): string {
  if (target.value === null) {
    return NO_NUMBER;
  }
  // A target is printed with the decimals that its plan gave it, not with those of the figure.
  const plain = { ...shown, decimals: decimalsOf(target.value) };
  const value = formatFigure(target.value, plain, lang, words);
  if (target.comparator === 'between' && target.valueMax !== null) {
    const upper = formatFigure(target.valueMax, { ...shown, decimals: decimalsOf(target.valueMax) }, lang, words);
    return `${formatBare(target.value, plain, lang, words)}–${upper}`;
  }
  const sign = signs[target.comparator];
  return sign && shown.unitOfMeasure !== 'boolean' ? `${sign} ${value}` : value;
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < 3; decimals++) {
    if (Number(value.toFixed(decimals)) === value) {
      return decimals;
    }
  }
  return 3;
}

function isBare(unit: string): boolean {
  return unit === '' || unit === 'ratio' || unit === 'rank';
}

/** How many of those who should have reported did: `212/217`. */
export function formatCoverage(coverage: { readonly expected: number; readonly reported: number } | undefined): string {
  return coverage ? `${coverage.reported}/${coverage.expected}` : NO_NUMBER;
}
