import { describe, expect, it } from 'vitest';
import type { Figure, Rollup } from '../api/types';
import { sampleRollup } from '../testing/samples';
import { mergeChanges } from './merge';

const rollup = (unit: string, value: number, version: number, change: Partial<Figure> = {}): Rollup =>
  sampleRollup({ unit, value, version, ...change });

const items = [rollup('1', 10, 5), rollup('2', 20, 5)];

describe('live changes', () => {
  it('replace the figures of their units alone', () => {
    const merged = mergeChanges(items, [rollup('2', 99, 6)]);

    expect(merged.map((item) => item.value)).toEqual([10, 99]);
    expect(merged[0]).toBe(items[0]);
  });

  it.each([
    ['a repeat', [rollup('1', 10, 5)]],
    ['an older one that comes late', [rollup('1', 7, 4)]],
    ['another indicator', [rollup('1', 7, 9, { indicator: 'J' })]],
    ['another period', [rollup('1', 7, 9, { period: '2025-05' })]],
    ['a unit that is not shown', [rollup('9', 7, 9)]],
    ['nothing', []],
  ])('leave the list as it is for %s', (_, changes) => {
    expect(mergeChanges(items, changes)).toBe(items);
  });

  it('keep the targets until new ones are fetched', () => {
    const before = sampleRollup({ unit: '1', value: 10, version: 5 }, 'offTrack');

    const [merged] = mergeChanges([before], [rollup('1', 90, 6)]);

    expect(merged?.targets).toEqual(before.targets);
    expect(merged?.value).toBe(90);
  });

  it('of an empty list are an empty list', () => {
    expect(mergeChanges([], [rollup('1', 1, 1)])).toEqual([]);
  });
});
