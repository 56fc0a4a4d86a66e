import { describe, expect, it } from 'vitest';
import { classOf, countByClass, equalEdges, gapEdges, quantileEdges } from './classes';

const hundred = Array.from({ length: 100 }, (_, i) => i + 1);

describe('quantile classes', () => {
  it('hold equal counts', () => {
    expect(countByClass(quantileEdges(hundred, 5, 1), hundred)).toEqual([20, 20, 20, 20, 20]);
  });

  it('keep ties together, with fewer classes', () => {
    const edges = quantileEdges([1, 1, 1, 1, 1, 1, 1, 9], 5, 0);

    expect(countByClass(edges, [1, 1, 1, 1, 1, 1, 1, 9]).reduce((a, b) => a + b)).toBe(8);
    expect(edges.length).toBeLessThan(6);
  });

  it.each([
    ['nothing', [], []],
    ['one value', [7], [7, 7]],
    ['one value many times', [7, 7, 7], [7, 7]],
    ['numbers and noise', [1, Number.NaN, Number.POSITIVE_INFINITY], [1, 1]],
  ] as const)('of %s', (_, values, edges) => {
    expect(quantileEdges(values, 5, 0)).toEqual(edges);
  });

  it('reach the ends after rounding', () => {
    const values = [0.04, 0.5, 99.96];
    const edges = quantileEdges(values, 2, 1);

    expect(edges[0]).toBeLessThanOrEqual(0.04);
    expect(edges.at(-1)).toBeGreaterThanOrEqual(99.96);
  });
});

describe('equal classes', () => {
  it('have one round width and hold everything', () => {
    const edges = equalEdges([41.2, 58.6, 93.4], 6);

    expect(edges).toEqual([40, 50, 60, 70, 80, 90, 100]);
  });

  it('never are more than asked for', () => {
    for (let high = 1; high < 200; high++) {
      expect(equalEdges([0.3, high + 0.7], 6).length - 1).toBeLessThanOrEqual(6);
    }
  });

  it('of nothing, and of one value', () => {
    expect(equalEdges([], 6)).toEqual([]);
    expect(equalEdges([5, 5], 6)).toEqual([5, 5]);
  });
});

describe('gap classes', () => {
  it('have the target as an edge, and no side without values', () => {
    expect(gapEdges([61, 79], 80, 3)).toEqual([60, 70, 80]);
    expect(gapEdges([81, 99], 80, 3)).toEqual([80, 90, 100]);
    expect(gapEdges([61, 99], 80, 3)).toEqual([60, 70, 80, 90, 100]);
  });

  it('count a value on the target as reached', () => {
    const edges = gapEdges([60, 80], 80, 3);

    expect(classOf(edges, 80)).toBe(edges.indexOf(80));
  });

  it('hold all, of nothing and of the target alone', () => {
    expect(gapEdges([], 80, 3)).toEqual([]);
    expect(countByClass(gapEdges([80], 80, 3), [80])).toEqual([1]);
  });
});

describe('the class of a value', () => {
  const edges = [0, 10, 20, 30];

  it.each([
    ['the lower edge', 10, 1],
    ['just below it', 9.99, 0],
    ['the uppermost edge', 30, 2],
    ['beyond the top', 99, 2],
    ['below the bottom', -5, 0],
    ['no value', null, -1],
    ['no number', Number.NaN, -1],
  ])('at %s', (_, value, index) => {
    expect(classOf(edges, value)).toBe(index);
  });

  it('needs classes', () => {
    expect(classOf([], 5)).toBe(-1);
    expect(countByClass([], [5])).toEqual([]);
  });
});
