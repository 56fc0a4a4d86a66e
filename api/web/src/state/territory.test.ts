import { describe, expect, it } from 'vitest';
import { sampleUnit } from '../testing/samples';
import { boundaryDate, Territory } from './territory';

const three = new Territory([
  sampleUnit('31', 'city', null),
  sampleUnit('303', 'district', '31'),
  sampleUnit('318', 'district', '31'),
  sampleUnit('11296', 'commune', '303'),
  sampleUnit('11299', 'commune', '303'),
]);
const two = new Territory([sampleUnit('31', 'city', null), sampleUnit('11557', 'commune', '31')]);

describe('a territory', () => {
  it('has the levels that occur, whatever their depth', () => {
    expect(three.levelsBelow('31')).toEqual(['district', 'commune']);
    expect(three.levelsBelow('303')).toEqual(['commune']);
    expect(two.levelsBelow('31')).toEqual(['commune']);
  });

  it('shows a unit with nothing below at its own level', () => {
    expect(three.levelsBelow('318')).toEqual(['district']);
  });

  it('knows the way down to a unit', () => {
    expect(three.path('11296').map((step) => step.code)).toEqual(['31', '303', '11296']);
    expect(three.path('nowhere')).toEqual([]);
  });

  it('picks the units of a level inside another', () => {
    expect(three.within('303', 'commune')).toHaveLength(2);
    expect(three.within('318', 'commune')).toHaveLength(0);
    expect(three.within('31', 'district')).toHaveLength(2);
  });

  it('does not run in circles when the data does', () => {
    const circle = new Territory([sampleUnit('1', 'district', '2'), sampleUnit('2', 'district', '1')]);

    expect(circle.path('1').length).toBeLessThan(10);
  });
});

describe('the day that stands for an era', () => {
  const changes = ['2025-07-01', '2025-01-01'];

  it.each([
    ['before any change', '2023-03-31', '2024-12-31'],
    ['the eve', '2024-12-31', '2024-12-31'],
    ['the day of a change', '2025-01-01', '2025-01-01'],
    ['between two', '2025-06-30', '2025-01-01'],
    ['after the last', '2026-11-22', '2025-07-01'],
  ])('%s', (_, date, day) => {
    expect(boundaryDate(changes, date)).toBe(day);
  });

  it('is the day itself where nothing ever changed', () => {
    expect(boundaryDate([], '2025-05-05')).toBe('2025-05-05');
  });
});
