import { describe, expect, it } from 'vitest';
import { FLEET_START } from './address';
import {
  countAll,
  countBy,
  instantsOf,
  isChosen,
  isWanted,
  lastDays,
  lastNight,
  toggled,
  type FleetGroup,
} from './filter';
import { SIZES } from './words';

const group = (change: Partial<FleetGroup>): FleetGroup => ({
  size: 'from15To24',
  contact: 'lost',
  slot: 'night',
  isEligible: true,
  isThreeNo: false,
  zone: 'offshore',
  violates: false,
  vessels: 1,
  ...change,
});

describe('a filter of boats', () => {
  it.each([
    ['nothing chosen', {}, true],
    ['its class', { sizes: ['from15To24', 'from24'] as const }, true],
    ['another class', { sizes: ['under6'] as const }, false],
    ['its state and quarter', { contacts: ['lost'] as const, slots: ['night'] as const }, true],
    ['another quarter', { slots: ['morning'] as const }, false],
    ['eligible ones', { isEligible: true }, true],
    ['three-no ones', { isThreeNo: true }, false],
    ['its zone', { zones: ['offshore', 'port'] as const }, true],
    ['another zone', { zones: ['port'] as const }, false],
    ['those that stay where they may not', { violates: true }, false],
  ])('with %s', (_, change, wanted) => {
    expect(isWanted(group({}), { ...FLEET_START, ...change })).toBe(wanted);
  });

  it('does not take a boat that nobody measured for one of a class', () => {
    expect(isWanted(group({ size: null }), { ...FLEET_START, sizes: ['under6'] })).toBe(false);
  });

  it('counts what each value of a facet would show, whatever of that facet is chosen', () => {
    const groups = [
      group({ vessels: 3 }),
      group({ size: 'under6', vessels: 5 }),
      group({ contact: 'inPort', vessels: 7 }),
    ];
    const filter = { ...FLEET_START, sizes: ['under6'] as const, contacts: ['lost'] as const };

    expect(countAll(groups, filter)).toBe(5);
    const bySize = countBy(groups, filter, 'sizes', ({ size }) => size);
    expect(Object.fromEntries(bySize)).toEqual({ from15To24: 3, under6: 5 });
    expect(Object.fromEntries(countBy(groups, filter, 'contacts', ({ contact }) => contact))).toEqual({ lost: 5 });
  });

  it.each([
    ['nothing', {}, false],
    ['a place and a boat alone', { vessel: 'HP-1', part: 'lost' as const }, false],
    ['a zone', { zones: ['port'] as const }, true],
    ['what is not so', { violates: false }, true],
  ])('says whether boats are chosen by %s', (_, change, chosen) => {
    expect(isChosen({ ...FLEET_START, ...change })).toBe(chosen);
  });

  it('puts a value in and takes it out, in the order of all', () => {
    expect(toggled(SIZES, ['from24'], 'under6')).toEqual(['under6', 'from24']);
    expect(toggled(SIZES, ['under6', 'from24'], 'under6')).toEqual(['from24']);
  });
});

describe('hours of the city', () => {
  it.each([
    ['by day', '2026-11-26T05:00:00Z', '2026-11-25T18', '2026-11-26T06'],
    ['after midnight', '2026-11-25T18:30:00Z', '2026-11-25T18', '2026-11-26T06'],
    ['before midnight', '2026-11-25T16:30:00Z', '2026-11-24T18', '2026-11-25T06'],
    ['on the first of a month', '2026-12-01T02:00:00Z', '2026-11-30T18', '2026-12-01T06'],
  ])('of last night, asked %s', (_, now, from, to) => {
    expect(lastNight(new Date(now))).toEqual({ from, to });
  });

  it('of the last day hold the present hour', () => {
    expect(lastDays(new Date('2026-11-26T05:20:00Z'), 1)).toEqual({ from: '2026-11-25T13', to: '2026-11-26T13' });
  });

  it('are asked for from their first moment to the last', () => {
    expect(instantsOf({ from: '2026-11-25T18', to: '2026-11-26T06' })).toEqual({
      from: '2026-11-25T11:00:00.000Z',
      to: '2026-11-25T22:59:59.999Z',
    });
  });
});
