/** How the columns of a table become observations, as choices in a form and as the mapping that the API takes. Pure. */

import type { ImportMapping, ImportValue } from '../api/types';

/** What a column can hold. */
export const ROLES = [
  'ignored',
  'unit',
  'unitName',
  'indicator',
  'period',
  'value',
  'denominator',
  'status',
  'resultTime',
  'source',
] as const;
export type Role = (typeof ROLES)[number];

/** What one column holds; for numbers, of which indicator, where the line does not say. */
export interface Choice {
  readonly role: Role;
  readonly indicator: string | null;
}

/** What is the same for every line. */
export interface Constants {
  readonly period: string;
  readonly source: string;
}

export const IGNORED: Choice = { role: 'ignored', indicator: null };

const FIELDS = ['unit', 'unitName', 'indicator', 'period', 'status', 'resultTime', 'source'] as const;

/** The choices that a mapping makes for the columns of a table. */
export function choicesOf(mapping: ImportMapping, columns: readonly string[]): readonly Choice[] {
  return columns.map((name) => {
    const field = FIELDS.find((candidate) => mapping[candidate]?.column === name);
    if (field) {
      return { role: field, indicator: null };
    }
    const value = mapping.values.find((candidate) => candidate.value === name);
    if (value) {
      return { role: 'value', indicator: value.indicator ?? null };
    }
    const denominator = mapping.values.find((candidate) => candidate.denominator === name);
    return denominator ? { role: 'denominator', indicator: denominator.indicator ?? null } : IGNORED;
  });
}

/** The constants of a mapping. */
export function constantsOf(mapping: ImportMapping): Constants {
  return { period: mapping.period?.value ?? '', source: mapping.source?.value ?? '' };
}

/** The mapping that choices and constants make; what the form does not show stays as it was. */
export function mappingOf(
  base: ImportMapping,
  columns: readonly string[],
  choices: readonly Choice[],
  constants: Constants,
): ImportMapping {
  const columnOf = (role: Role): string | null => {
    const place = choices.findIndex((choice) => choice.role === role);
    return place < 0 ? null : (columns[place] ?? null);
  };
  const field = (role: (typeof FIELDS)[number], constant = ''): ImportMapping['unit'] => {
    const column = columnOf(role);
    if (column !== null) {
      return { column, value: null };
    }
    return constant.trim() === '' ? null : { column: null, value: constant.trim() };
  };
  return {
    ...base,
    unit: field('unit'),
    unitName: columnOf('unit') === null ? field('unitName') : null,
    indicator: field('indicator'),
    period: field('period', constants.period),
    status: field('status'),
    resultTime: field('resultTime'),
    source: field('source', constants.source),
    values: valuesOf(columns, choices),
  };
}

/** A denominator belongs to the value of the same indicator; in a long table to the only one. */
function valuesOf(columns: readonly string[], choices: readonly Choice[]): readonly ImportValue[] {
  return choices.flatMap((choice, place) => {
    const value = columns[place];
    if (choice.role !== 'value' || value === undefined) {
      return [];
    }
    const other = choices.findIndex(
      (candidate) => candidate.role === 'denominator' && candidate.indicator === choice.indicator,
    );
    const denominator = other < 0 ? null : (columns[other] ?? null);
    return [{ value, denominator, indicator: choice.indicator, period: null }];
  });
}

/** What is still missing before the table can be checked, as keys of texts. */
export function missingOf(mapping: ImportMapping): readonly ('unit' | 'values' | 'indicator' | 'period')[] {
  const missing: ('unit' | 'values' | 'indicator' | 'period')[] = [];
  if (!mapping.unit && !mapping.unitName) {
    missing.push('unit');
  }
  if (mapping.values.length === 0) {
    missing.push('values');
  }
  if (!mapping.indicator && mapping.values.some((value) => !value.indicator)) {
    missing.push('indicator');
  }
  if (!mapping.period && mapping.values.some((value) => !value.period)) {
    missing.push('period');
  }
  return missing;
}
