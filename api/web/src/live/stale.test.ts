import { describe, expect, it } from 'vitest';
import { Stale } from './stale';

describe('what a change makes old', () => {
  const stale = new Stale();
  stale.add({ unit: '303', indicator: 'FIBER', period: '2024-12' });

  it.each([
    'rollup|303|FIBER|2024-12',
    // Another unit's targets may depend on it: a parent's figure holds it.
    'rollup|31|FIBER|2024-12',
    'rollups|district|FIBER|2024-12',
    'series|303|FIBER',
    'explanation|/v1/units/31/explanation?indicator=FIBER&period=2024-12&boundaries=2025-07-01',
    'scorecard|303|2022-01',
    'milestones|303|2024-12-31',
    'matrix|31|district|2024-12',
    'ranking|31|district|FIBER|2024-12',
  ])('is %s', (key) => {
    expect(stale.has(key)).toBe(true);
  });

  it.each([
    'rollup|303|FIBER|2024-11',
    'rollups|district|OTHER|2024-12',
    'series|303|OTHER',
    'explanation|/v1/units/303/explanation?indicator=FIBER&period=2024-11',
    'series|304|FIBER',
    'scorecard|304|2024-12',
    'ranking|31|district|OTHER|2024-12',
    'ranking|31|district|FIBER|2024-11',
    'units|2021-11-01',
    'boundaries|2021-11-01|district',
    'city',
  ])('is not %s', (key) => {
    expect(stale.has(key)).toBe(false);
  });

  it('is every figure once changes were missed, and still no boundary', () => {
    const all = new Stale();
    all.addAll();

    expect(all.has('rollup|1|2|3')).toBe(true);
    expect(all.has('series|1|2')).toBe(true);
    expect(all.has('scorecard|1|2')).toBe(true);
    expect(all.has('units|2021-11-01')).toBe(false);
  });
});
