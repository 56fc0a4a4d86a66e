import { describe, expect, it } from 'vitest';
import type { Cascade } from '../api/types';
import { canBeGiven, readNumber, requestOf, START_FORM, unreadable } from './request';

describe('a typed number', () => {
  it.each([
    ['80', 80],
    ['80,5', 80.5],
    ['80.5', 80.5],
    [' 1 200 ', 1200],
    ['-3', -3],
    ['', null],
    ['viele', null],
    ['8,0,5', null],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

describe('what is asked for', () => {
  it('is a dry run until somebody signs', () => {
    expect(requestOf(START_FORM)).toEqual({ method: 'equal', level: null, weight: null, values: null, dryRun: true });
    expect(requestOf(START_FORM, { by: 'Lan', reason: '12/QĐ', revision: 3 })).toMatchObject({
      by: 'Lan',
      reason: '12/QĐ',
      revision: 3,
      dryRun: false,
    });
  });

  it('names the weight where it counts alone, and what was typed where it is a number', () => {
    const form = { ...START_FORM, method: 'weighted' as const, typed: { '301': '80,5', '302': '', '303': 'x' } };

    expect(requestOf(form)).toMatchObject({ weight: 'population', values: { '301': 80.5 } });
    expect(unreadable(form)).toEqual(['303']);
  });
});

describe('shares', () => {
  const node = { upper: '31', goal: 80, combined: 80, difference: 0, fallsShort: false, shares: [] };
  const cascade = (...nodes: Cascade['nodes']): Cascade => ({ nodes }) as unknown as Cascade;

  it('may be given when none of them falls short', () => {
    expect(canBeGiven(cascade(node))).toBe(true);
    expect(canBeGiven(cascade(node, { ...node, fallsShort: true }))).toBe(false);
  });
});
