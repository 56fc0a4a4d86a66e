import { describe, expect, it } from 'vitest';
import type { ImportMapping } from '../api/types';
import { choicesOf, constantsOf, IGNORED, mappingOf, missingOf } from './mapping';

const empty: ImportMapping = {
  sheet: null,
  headerLine: 3,
  numbers: null,
  unit: null,
  unitName: null,
  indicator: null,
  period: null,
  status: null,
  resultTime: null,
  source: null,
  values: [],
  ignoreRows: [],
};
const none = { period: '', source: '' };

describe('a mapping', () => {
  it('of a wide table joins each denominator to the value of its indicator', () => {
    const columns = ['Xã', 'Hộ có cáp', 'Số hộ', 'Hồ sơ'];
    const choices = [
      { role: 'unitName', indicator: null },
      { role: 'value', indicator: 'FIBER' },
      { role: 'denominator', indicator: 'FIBER' },
      { role: 'value', indicator: 'FILES' },
    ] as const;

    const mapping = mappingOf(empty, columns, choices, { period: ' 2025-06 ', source: '' });

    expect(mapping.unitName).toEqual({ column: 'Xã', value: null });
    expect(mapping.period).toEqual({ column: null, value: '2025-06' });
    expect(mapping.source).toBeNull();
    expect(mapping.values).toEqual([
      { value: 'Hộ có cáp', denominator: 'Số hộ', indicator: 'FIBER', period: null },
      { value: 'Hồ sơ', denominator: null, indicator: 'FILES', period: null },
    ]);
    expect(missingOf(mapping)).toEqual([]);
    expect(choicesOf(mapping, columns)).toEqual(choices);
    expect(constantsOf(mapping)).toEqual({ period: '2025-06', source: '' });
  });

  it('prefers the code of a unit to its name', () => {
    const choices = [
      { role: 'unitName', indicator: null },
      { role: 'unit', indicator: null },
    ] as const;

    const mapping = mappingOf(empty, ['Tên', 'Mã'], choices, none);

    expect(mapping.unit).toEqual({ column: 'Mã', value: null });
    expect(mapping.unitName).toBeNull();
  });

  it('says everything that it lacks', () => {
    expect(missingOf(mappingOf(empty, ['a'], [IGNORED], none))).toEqual(['unit', 'values']);
    const value = mappingOf(empty, ['a'], [{ role: 'value', indicator: null }], none);
    expect(missingOf(value)).toEqual(['unit', 'indicator', 'period']);
  });

  it('keeps what the form does not show', () => {
    const base = { ...empty, ignoreRows: [{ column: 'STT', is: ['Tổng'] }] };
    expect(mappingOf(base, [], [], none).ignoreRows).toEqual(base.ignoreRows);
  });
});
