import { describe, expect, it } from 'vitest';
import { formatAge, formatClock, formatInstant } from './instants';

const now = new Date('2026-11-22T12:00:00Z');

describe('instants', () => {
  it('are written in the time of the city, seven hours ahead of UTC', () => {
    expect(formatInstant('2026-11-22T18:30:00Z', 'vi')).toBe('23/11/2026 01:30');
    expect(formatInstant('2026-11-22T18:30:00Z', 'en')).toBe('23 Nov 2026 01:30');
    expect(formatClock(new Date('2026-11-22T07:05:00Z'))).toBe('14:05');
  });

  it('that nobody can read stay as they are', () => {
    expect(formatInstant('yesterday', 'vi')).toBe('yesterday');
    expect(formatAge('yesterday', now, 'vi')).toBe('yesterday');
  });

  it.each([
    ['2026-11-22T11:59:30Z', '30 seconds ago'],
    ['2026-11-22T11:58:59Z', '1 minute ago'],
    ['2026-11-21T12:00:01Z', '23 hours ago'],
    ['2026-11-19T12:00:00Z', '3 days ago'],
    ['2026-09-01T12:00:00Z', '2 months ago'],
    ['2024-11-01T12:00:00Z', '2 years ago'],
    ['2026-11-22T12:00:05Z', '0 seconds ago'],
  ])('%s was %s', (instant, age) => {
    expect(formatAge(instant, now, 'en')).toBe(age);
  });
});
