import { describe, expect, it } from 'vitest';
import { formatBare, formatFigure, formatGap, formatTarget, unitOfGap } from './figures';

const words = (code: string): string => ({ yes: 'Có', no: 'Không', points: 'điểm %', sites: 'trạm' })[code] ?? code;
const share = { unitOfMeasure: '%', decimals: 1 };
const sites = { unitOfMeasure: 'sites', decimals: 0 };
const done = { unitOfMeasure: 'boolean', decimals: 0 };

describe('figures', () => {
  it('carry their unit', () => {
    expect(formatFigure(58.64, share, 'vi', words)).toBe('58,6\u00a0%');
    expect(formatFigure(82, sites, 'vi', words)).toBe('82\u00a0trạm');
    expect(formatFigure(1.25, { unitOfMeasure: 'ratio', decimals: 2 }, 'vi', words)).toBe('1,25');
    expect(formatBare(58.64, share, 'vi', words)).toBe('58,6');
  });

  it('of yes and no are words', () => {
    expect(formatFigure(1, done, 'vi', words)).toBe('Có');
    expect(formatFigure(0, done, 'vi', words)).toBe('Không');
    expect(formatFigure(null, done, 'vi', words)).toBe('–');
  });

  it('differ in percentage points when they are percentages', () => {
    expect(formatGap(-3.25, share, 'vi')).toBe('\u22123,3');
    expect(unitOfGap(share, words)).toBe('điểm %');
    expect(unitOfGap(sites, words)).toBe('trạm');
    expect(unitOfGap(done, words)).toBe('');
    expect(formatGap(-1, done, 'vi')).toBe('–');
  });

  it.each([
    ['at least', 'atLeast', 80, null, '≥ 80\u00a0%'],
    ['strictly above', 'above', 30, null, '> 30\u00a0%'],
    ['at most', 'atMost', 5.5, null, '≤ 5,5\u00a0%'],
    ['exactly', 'equal', 100, null, '= 100\u00a0%'],
    ['about', 'about', 100, null, '≈ 100\u00a0%'],
    ['a range', 'between', 15, 20, '15–20\u00a0%'],
    ['no figure', 'improve', null, null, '–'],
  ] as const)('write a target of %s', (_, comparator, value, valueMax, text) => {
    expect(formatTarget({ comparator, value, valueMax }, share, 'vi', words)).toBe(text);
  });
});
