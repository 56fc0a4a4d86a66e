import { describe, expect, it } from 'vitest';
import type { Rebasing, Rollup, Unit } from '../api/types';
import { compareRows, isSure } from './rows';

const unit = (code: string): Unit => ({ code }) as Unit;
const figure = (code: string, value: number | null, standardError?: number | null): Rollup =>
  ({
    unit: code,
    value,
    rebasing: standardError === undefined ? null : ({ standardError } as Rebasing),
  }) as Rollup;

describe('two periods side by side', () => {
  it('differ by the later less the earlier, largest fall first', () => {
    const rows = compareRows(
      [unit('1'), unit('2'), unit('3')],
      [figure('1', 10), figure('2', 10)],
      [figure('1', 12), figure('2', 4), figure('3', 5)],
    );
    expect(rows.map((row) => [row.unit.code, row.difference])).toEqual([
      ['2', -6],
      ['1', 2],
      ['3', null],
    ]);
  });

  it('carry the errors of both, and are sure only beyond twice that', () => {
    const [row] = compareRows([unit('1')], [figure('1', 10, 3)], [figure('1', 20, 4)]);
    expect(row?.error).toBe(5);
    expect(row && isSure(row)).toBe(false);
    const [sure] = compareRows([unit('1')], [figure('1', 10, 3)], [figure('1', 20.5, 4)]);
    expect(sure && isSure(sure)).toBe(true);
  });

  it('have an unknown error where one has', () => {
    const [row] = compareRows([unit('1')], [figure('1', 10, null)], [figure('1', 20)]);
    expect(row?.error).toBeNull();
    expect(row && isSure(row)).toBe(false);
  });
});
