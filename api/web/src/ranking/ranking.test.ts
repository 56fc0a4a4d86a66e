import { describe, expect, it } from 'vitest';
import type { RankedFigure } from '../api/types';
import { sampleFigure } from '../testing/samples';
import { barShare, filterRanking, writePlace } from './ranking';

const row = (unit: string): RankedFigure => ({ ...sampleFigure({ unit }), place: null, target: null, gap: null });

describe('the ranking', () => {
  it('marks a shared place and writes none without a figure', () => {
    expect(writePlace({ rank: 2, of: 15, isTied: true })).toBe('2=');
    expect(writePlace({ rank: 1, of: 15, isTied: false })).toBe('1');
    expect(writePlace(null)).toBe('');
  });

  it.each([
    ['the largest', 80, [80, 40, null], 1],
    ['half of it', 40, [80, 40, null], 0.5],
    ['nothing', null, [80], 0],
    ['all zero', 0, [0, 0], 0],
    ['below zero', -10, [-10, 10], 0],
    ['zero between', 0, [-10, 10], 0.5],
  ] as const)('draws %s', (_, value, all, share) => {
    expect(barShare(value, all)).toBe(share);
  });

  it('finds units without marks', () => {
    const names: Record<string, string> = { '303': 'Quận Hồng Bàng', '304': 'Quận Ngô Quyền' };
    const found = filterRanking([row('303'), row('304')], 'hong bang', (code) => names[code] ?? '');
    expect(found.map(({ unit }) => unit)).toEqual(['303']);
  });
});
