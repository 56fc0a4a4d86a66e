import { describe, expect, it } from 'vitest';
import { countStates, DUTY_STATES, readStates, signOf } from './states';

describe('the states of duties', () => {
  it('are read in their own order, without what is none', () => {
    expect(readStates('late missing great')).toEqual(['missing', 'late']);
    expect(readStates(null)).toEqual([]);
  });

  it('are counted where there are any', () => {
    expect(countStates([{ state: 'late' }, { state: 'missing' }, { state: 'late' }])).toEqual([
      { state: 'missing', count: 1 },
      { state: 'late', count: 2 },
    ]);
  });

  it('show what is missing as badly as a missed target, and a waived one as nothing', () => {
    expect(DUTY_STATES.map(signOf)).toHaveLength(8);
    expect(signOf('missing')).toBe('missed');
    expect(signOf('waived')).toBe('noData');
  });
});
