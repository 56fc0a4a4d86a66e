import { describe, expect, it } from 'vitest';
import { readAddress, START, writeAddress } from '../state/address';
import { daysFor, FLEET_START, readFleet, type FleetAddress } from './address';

const full: FleetAddress = {
  part: 'lost',
  vessel: 'HP-90161-TS',
  sizes: ['from15To24', 'from24'],
  contacts: ['lost', 'longLost'],
  slots: ['night', 'evening'],
  isEligible: false,
  isThreeNo: true,
  zones: ['coastal', 'closed'],
  violates: true,
  showsZones: false,
  showsShips: false,
  back: 3,
  until: '2026-11-24',
  silent: { from: '2026-11-25T18', to: '2026-11-26T06' },
  days: 7,
  moment: 1_764_000_000,
};

describe('the days of a track', () => {
  it.each([
    ['heard just now', 0, 1],
    ['heard a day ago', 1_440, 3],
    ['silent for four days', 4 * 1_440, 7],
    ['silent for longer than any track', 90 * 1_440, 14],
    ['never heard', null, 1],
  ])('hold the last way of a boat %s', (_, silence, days) => {
    expect(daysFor(silence)).toBe(days);
  });
});

describe('the address of the fleet', () => {
  it('says everything, and is read back the same', () => {
    const written = writeAddress({ ...START, view: 'fleet', fleet: full });

    expect(readAddress(written).fleet).toEqual(full);
  });

  it('holds nothing of the fleet in other views', () => {
    expect(writeAddress({ ...START, fleet: full })).toBe('');
  });

  it.each([
    ['an unknown part', 'part=sails'],
    ['a boat with markup', 'vessel=%3Cb%3E'],
    ['an unknown class', 'size=huge'],
    ['a flag that is neither', 'eligible=maybe'],
    ['hours that end before they begin', 'silent=2026-11-26T06/2026-11-25T18'],
    ['hours of no day', 'silent=2026-13-26T06/2026-14-25T18'],
    ['an unknown zone', 'zone=lake'],
    ['a span that is not offered', 'back=30'],
    ['a last day that is none', 'until=2026-13-40'],
    ['half of the hours', 'silent=2026-11-25T18'],
    ['a length of track that is not offered', 'days=400'],
    ['a moment before there was one', 'moment=-5'],
    ['a moment of words', 'moment=now'],
  ])('passes over %s', (_, query) => {
    expect(readFleet(new URLSearchParams(query))).toEqual(FLEET_START);
  });

  it('reads a number of a boat in small letters', () => {
    expect(readFleet(new URLSearchParams('vessel=hp-90161-ts')).vessel).toBe('HP-90161-TS');
  });
});
