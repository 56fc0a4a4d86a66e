import { describe, expect, it } from 'vitest';
import type { FleetPast } from '../api/types';
import { PastFleet, spanOf } from './past';

const FROM = Date.parse('2026-11-20T00:00:00Z') / 1000;
const HOUR = 3_600;

/** A sails east each two hours and is lost between 6 and 12 o'clock; B was heard before the span; C comes late. */
const columns: FleetPast = {
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-21T00:00:00Z',
  stepMinutes: 15,
  units: ['317'],
  sizeClasses: ['under6', 'from24'],
  contacts: ['inContact', 'lost', 'feedDown'],
  zones: ['port', 'offshore'],
  id: ['A', 'B', 'C'],
  homeUnit: [0, 0, -1],
  sizeClass: [1, 0, -1],
  isEligible: [1, 0, 1],
  isThreeNo: [0, 1, 0],
  momentCount: [4, 1, 1],
  changeCount: [3, 1, 1],
  atSeconds: [0, 2 * HOUR, 12 * HOUR, 14 * HOUR, -30 * HOUR, 20 * HOUR],
  longitude: [107, 107.2, 108, 108.2, 106.5, 109],
  latitude: [20, 20.1, 20.5, 20.5, 19, 18],
  courseOverGroundDegrees: [90, 90, null, 90, null, 0],
  zone: [0, 1, 1, 1, -1, 1],
  violates: [0, 0, 1, 0, 0, 0],
  changedAtSeconds: [0, 8 * HOUR, 12 * HOUR, 0, 20 * HOUR],
  contact: [0, 1, 0, 1, 0],
};
const past = new PastFleet(columns);
const boatAt = (id: string, hours: number) => past.at(FROM + hours * HOUR).find((boat) => boat.id === id);

describe('the past of the fleet', () => {
  it('has the boats that had been heard by then', () => {
    expect(past.at(FROM).map(({ id }) => id)).toEqual(['A', 'B']);
    expect(past.at(FROM + 20 * HOUR).map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });

  it('shows a boat between two reports on the line between them', () => {
    expect(boatAt('A', 1)).toMatchObject({ longitude: 107.1, latitude: 20.05, contact: 'inContact', course: 90 });
    expect(boatAt('A', 13)).toMatchObject({ longitude: 108.1, zone: 'offshore', violates: true, speed: 0 });
  });

  it.each([
    ['before it was found lost', 5, 'inContact'],
    ['once it was lost', 9, 'lost'],
  ])('shows one that fell silent where it was last heard, %s', (_, hours, contact) => {
    expect(boatAt('A', hours)).toMatchObject({ longitude: 107.2, latitude: 20.1, contact, time: FROM + 2 * HOUR });
  });

  it('knows what was heard before the span, and what each boat is', () => {
    expect(boatAt('B', 0)).toMatchObject({
      longitude: 106.5,
      contact: 'lost',
      time: FROM - 30 * HOUR,
      home: '317',
      size: 'under6',
      isEligible: false,
      isThreeNo: true,
      zone: null,
    });
    expect(boatAt('C', 24)).toMatchObject({ home: null, size: null, contact: 'inContact' });
  });

  it('of no boats has none', () => {
    const none = Object.fromEntries(
      Object.entries(columns).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
    );
    expect(new PastFleet(none as unknown as FleetPast).at(FROM)).toEqual([]);
  });
});

describe('the span that is played', () => {
  const now = FROM + 10 * 86_400 + 123;
  it.each([
    ['the last two days', 2, null, null, [now - 2 * 86_400, now]],
    ['with a moment in them', 2, null, now - 100, [now - 2 * 86_400, now]],
    ['around a moment that lies farther back', 2, null, now - 5 * 86_400, [now - 6 * 86_400, now - 4 * 86_400]],
    ['until the end of a day of the city', 1, '2026-11-25', null, [FROM + 113 * HOUR, FROM + 137 * HOUR]],
    ['but not into the future', 1, '2026-12-25', null, [now - 86_400, now]],
  ] as const)('is %s', (_, days, until, moment, [from, to]) => {
    expect(spanOf(days, until, moment, now)).toEqual({ from, to });
  });
});
