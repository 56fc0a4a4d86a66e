import { describe, expect, it } from 'vitest';
import { instantOf, stepOf, STEPS } from './instants';

const now = new Date('2026-11-26T07:12:34Z');

describe('the slider back in time', () => {
  it('ends now, a step after the last half hour', () => {
    expect(instantOf(STEPS, now)).toBeNull();
    expect(instantOf(STEPS - 1, now)).toBe('2026-11-26T07:00Z');
    expect(instantOf(STEPS - 2, now)).toBe('2026-11-26T06:30Z');
    expect(instantOf(0, now)).toBe('2026-11-24T07:30Z');
  });

  it('finds its steps again', () => {
    for (const step of [0, 1, 47, STEPS - 1, STEPS]) {
      expect(stepOf(instantOf(step, now), now)).toBe(step);
    }
  });

  it('stands at its end for what is farther back, and before now for what is to come', () => {
    expect(stepOf('2020-01-01T00:00Z', now)).toBe(0);
    expect(stepOf('2030-01-01T00:00Z', now)).toBe(STEPS - 1);
  });
});
