import { describe, expect, it } from 'vitest';
import type { Rollup } from '../api/types';
import { sampleRollup } from '../testing/samples';
import { buildScale, methodsFor, statusOf, type ScaleInput } from './scale';
import type { Status } from './statuses';

const rollup = (unit: string, value: number | null, ...statuses: Status[]): Rollup =>
  sampleRollup({ unit, value }, ...statuses);

const input = (change: Partial<ScaleInput>): ScaleInput => ({
  method: 'quantile',
  theme: 'light',
  decimals: 1,
  isYesNo: false,
  rollups: [],
  expected: 0,
  differences: null,
  isFallBetter: false,
  target: null,
  heldEdges: null,
  ...change,
});

describe('a scale', () => {
  it('counts every unit once, in a class or as missing', () => {
    const rollups = [10, 20, 30, 40, 50, null].map((value, i) => rollup(`${i}`, value));

    const scale = buildScale(input({ rollups, expected: 7 }));

    expect(scale.classes.reduce((sum, item) => sum + item.count, 0)).toBe(5);
    expect(scale.missing).toBe(2);
  });

  it('gives no colour of the ramp to a unit without a figure', () => {
    const scale = buildScale(input({ rollups: [rollup('1', 10), rollup('2', 20)], expected: 3 }));

    expect(scale.colorOf(rollup('3', null))).toBeNull();
    expect(scale.colorOf(undefined)).toBeNull();
    expect(scale.classIdOf(undefined)).toBeNull();
  });

  it('of nothing has no classes', () => {
    const scale = buildScale(input({ expected: 15 }));

    expect(scale.classes).toEqual([]);
    expect(scale.missing).toBe(15);
  });

  it('by status colours by the worst target and counts', () => {
    const rollups = [rollup('1', 90, 'met'), rollup('2', 50, 'met', 'offTrack'), rollup('3', null, 'noData')];

    const scale = buildScale(input({ method: 'status', rollups, expected: 3 }));

    expect(scale.classIdOf(rollups[1])).toBe('offTrack');
    expect(scale.classes.filter((item) => item.count > 0).map((item) => item.id)).toEqual(['met', 'offTrack']);
    expect(scale.missing).toBe(1);
  });

  it('by gap needs a target', () => {
    expect(buildScale(input({ method: 'gap', rollups: [rollup('1', 60)], expected: 1, target: 80 })).target).toBe(80);
    expect(buildScale(input({ method: 'gap', rollups: [rollup('1', 60)], expected: 1 })).method).toBe('equal');
    expect(methodsFor(false, false)).not.toContain('gap');
    expect(methodsFor(true, false)).toContain('status');
  });

  it('knows only two classes where there is only yes and no', () => {
    const scale = buildScale(input({ isYesNo: true, rollups: [rollup('1', 0), rollup('2', 1)], expected: 2 }));

    expect(scale.classes.map((item) => item.count)).toEqual([1, 1]);
  });

  it('keeps held edges, so that a colour means the same in the next period', () => {
    const scale = buildScale(input({ rollups: [rollup('1', 500)], expected: 1, heldEdges: [0, 10, 20] }));

    expect(scale.classIdOf(rollup('1', 500))).toBe('1');
    expect(scale.edges).toEqual([0, 10, 20]);
  });

  it('takes the worst of several statuses, and no data only where there is nothing else', () => {
    expect(statusOf(rollup('1', 5, 'noData', 'met'))).toBe('met');
    expect(statusOf(rollup('1', 5, 'atRisk', 'missed', 'met'))).toBe('missed');
    expect(statusOf(undefined)).toBe('noData');
    expect(statusOf(rollup('1', null, 'missed'))).toBe('noData');
  });
});

describe('a scale of differences', () => {
  const rollups = [rollup('1', 60), rollup('2', 70), rollup('3', 80)];
  const differences = new Map<string, number | null>([
    ['1', -4],
    ['2', 2],
    ['3', null],
  ]);

  it('breaks at no change, whatever the figures are', () => {
    const scale = buildScale(input({ method: 'difference', rollups, expected: 3, differences }));

    expect(scale.edges).toContain(0);
    expect(scale.classes.map(({ count }) => count).reduce((a, b) => a + b, 0)).toBe(2);
    expect(scale.missing).toBe(1);
    expect(scale.colorOf(rollups[0])).not.toBe(scale.colorOf(rollups[1]));
    expect(scale.colorOf(rollups[2])).toBeNull();
  });

  it('colours a fall as better where lower is better', () => {
    const up = buildScale(input({ method: 'difference', rollups, expected: 3, differences }));
    const mirrored = new Map([...differences].map(([unit, value]) => [unit, value === null ? null : -value]));
    const down = buildScale(
      input({ method: 'difference', rollups, expected: 3, differences: mirrored, isFallBetter: true }),
    );

    expect(down.colorOf(rollups[0])).toBe(up.colorOf(rollups[0]));
    expect(down.colorOf(rollups[1])).toBe(up.colorOf(rollups[1]));
  });

  it('needs another period', () => {
    expect(methodsFor(false, true)).toContain('difference');
    expect(buildScale(input({ method: 'difference', rollups, expected: 3 })).method).toBe('equal');
  });
});
