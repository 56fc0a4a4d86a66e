import { describe, expect, it } from 'vitest';
import type { Explanation } from '../api/types';
import { sampleFigure } from '../testing/samples';
import { barOf, moveOf, rowsOf, sortParts, type WhyRow } from './tree';

function node(unit: string, change: Partial<Explanation> = {}): Explanation {
  return {
    nameVi: unit,
    nameEn: unit,
    level: 'commune',
    figure: sampleFigure({ unit, value: 1 }),
    how: 'closed',
    formulaVi: '',
    formulaEn: '',
    contribution: null,
    decides: false,
    share: null,
    component: null,
    score: null,
    parts: [],
    silent: [],
    versions: [],
    versionCount: 0,
    links: [{ rel: 'self', href: `/v1/units/${unit}/explanation`, type: 'application/json' }],
    ...change,
  };
}

const silent = node('3', { figure: sampleFigure({ unit: '3', value: null }) });
const city = node('31', {
  how: 'units',
  parts: [silent, node('1', { contribution: 2 }), node('2', { contribution: 6 })],
});
const district = node('2', { how: 'report', contribution: null, formulaEn: 'As reported: 6' });

function see(...open: string[]): readonly WhyRow[] {
  return rowsOf(city, (key) => open.some((unit) => key.endsWith(`/${unit} I 2025-06 `)), () => ({
    state: 'ready',
    value: district,
  }));
}

describe('the rows of the tree', () => {
  it('are the top alone while it is closed', () => {
    expect(see().map((row) => row.node.figure.unit)).toEqual(['31']);
  });

  it('hold the parts of what is open, what brought most first and the silent last', () => {
    const rows = see('31');

    expect(rows.map((row) => [row.node.figure.unit, row.level, row.place, row.count])).toEqual([
      ['31', 1, 1, 1],
      ['2', 2, 1, 3],
      ['1', 2, 2, 3],
      ['3', 2, 3, 3],
    ]);
    expect(rows.slice(1).map((row) => barOf(row, rows))).toEqual([1, 1 / 3, 0]);
  });

  it('show what opening gave, and still what was brought above', () => {
    const row = see('31', '2')[1];

    expect(row?.node.formulaEn).toBe('As reported: 6');
    expect(row?.node.contribution).toBe(6);
    expect(row?.upper?.figure.unit).toBe('31');
  });

  it('put who holds an extreme before the others', () => {
    const parts = [node('1'), node('2', { decides: true }), silent];

    expect(sortParts(parts).map(({ figure }) => figure.unit)).toEqual(['2', '1', '3']);
  });
});

describe('keys', () => {
  const rows = see('31');
  const [top, first, second, last] = rows.map((row) => row.key) as [string, string, string, string];

  it.each([
    ['ArrowDown', top, { kind: 'go', key: first }],
    ['ArrowUp', second, { kind: 'go', key: first }],
    ['Home', last, { kind: 'go', key: top }],
    ['End', top, { kind: 'go', key: last }],
    ['ArrowRight', top, { kind: 'go', key: first }],
    ['ArrowRight', first, { kind: 'open', key: first }],
    ['ArrowLeft', second, { kind: 'go', key: top }],
    ['ArrowLeft', top, { kind: 'close', key: top }],
    ['Enter', first, { kind: 'open', key: first }],
    [' ', top, { kind: 'close', key: top }],
    ['ArrowDown', last, null],
    ['x', top, null],
    ['ArrowDown', 'gone', { kind: 'go', key: top }],
  ])('%s from %s', (pressed, active, expected) => {
    expect(moveOf(pressed, rows, active)).toEqual(expected);
  });
});
