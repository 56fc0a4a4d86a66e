import { describe, expect, it } from 'vitest';
import type { PlanRow, RejectedPlanRow } from '../api/types';
import { troubleOf, writeGoal } from './words';

describe('what a row asks for', () => {
  it.each([
    ['>= 99.9 %', '≥ 99,9 %', '≥ 99.9 %'],
    ['> 30 %', '> 30 %', '> 30 %'],
    ['between 15–20.5 %', '15–20,5 %', '15–20.5 %'],
    ['~ 30 %/năm', '≈ 30 %/năm', '≈ 30 %/năm'],
    ['improve  ', '', ''],
    ['>= nhiều', '≥ nhiều', '≥ nhiều'],
  ])('%s', (goal, vi, en) => {
    expect(writeGoal(goal, 'vi')).toBe(vi);
    expect(writeGoal(goal, 'en')).toBe(en);
  });
});

describe('what is wrong with a row', () => {
  const row = { indicator: null, dueDate: 'hôm nào đó' } as PlanRow;
  const trouble = (code: string, detail: string, hint = ''): RejectedPlanRow =>
    ({ code, detail, hint }) as RejectedPlanRow;

  it.each([
    ['noIndicator', row, trouble('missing_value', 'x', "Write its code into the column 'indicator'")],
    [null, { ...row, indicator: 'FIBER' }, trouble('missing_value', 'x', "Write its code into 'indicator'")],
    [null, row, trouble('missing_value', 'The Target has no name.', 'Write one.')],
    ['badDate', row, trouble('invalid_value', "The due_date 'hôm nào đó' is not valid.")],
    [null, row, trouble('invalid_value', "The value 'nhiều' is not valid.")],
  ])('%s', (found, of, one) => {
    expect(troubleOf(of as PlanRow, one)).toBe(found);
  });
});
