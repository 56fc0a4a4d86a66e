import { describe, expect, it } from 'vitest';
import { sampleRollup, sampleUnit } from '../testing/samples';
import { haveCoverage, sortUnits, type UnitColumn, type UnitRow } from './unitRows';

const row = (code: string, rollup: UnitRow['rollup']): UnitRow => ({
  unit: sampleUnit(code, 'district', '31'),
  rollup,
});
const rows = [
  row('a', sampleRollup({ value: 20, coverage: { expected: 10, reported: 5, share: 0.5 } }, 'missed')),
  row('b', sampleRollup({ value: 90, coverage: { expected: 10, reported: 10, share: 1 } }, 'met')),
  row('c', undefined),
  row('d', sampleRollup({ value: 20, coverage: { expected: 10, reported: 9, share: 0.9 } }, 'atRisk')),
];

describe('the map as a table', () => {
  it.each([
    ['value', true, 'badc'],
    ['value', false, 'adbc'],
    ['name', false, 'abcd'],
    ['name', true, 'dcba'],
    ['coverage', true, 'bdac'],
    ['status', true, 'bdac'],
    ['status', false, 'adbc'],
  ] as const)('by %s, down %s', (column: UnitColumn, isDown, order) => {
    expect(
      sortUnits(rows, { column, isDown })
        .map(({ unit }) => unit.code)
        .join(''),
    ).toBe(order);
  });

  it('shows coverage only where units gather the reports of others', () => {
    expect(haveCoverage(rows)).toBe(true);
    expect(haveCoverage([row('a', sampleRollup({ value: 1 })), row('b', undefined)])).toBe(false);
    expect(haveCoverage([])).toBe(false);
  });
});
