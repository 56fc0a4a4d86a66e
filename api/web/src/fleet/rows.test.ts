import { describe, expect, it } from 'vitest';
import { findRows, groupLost, sortRows, type BoatRow } from './rows';
import { casesOfBoat } from './caseFiles';
import type { Case } from '../api/types';

const row = (id: string, change: Partial<BoatRow> = {}): BoatRow => ({
  id,
  name: null,
  size: 'from15To24',
  length: 18,
  home: 'Đặc khu Cát Hải',
  group: 'Đặc khu Cát Hải',
  contact: 'lost',
  slot: 'night',
  heard: '2026-11-25T20:00:00Z',
  silenceMinutes: 500,
  longitude: 107,
  latitude: 20,
  isEligible: true,
  isThreeNo: false,
  zone: 'offshore',
  violates: false,
  ...change,
});

describe('rows of boats', () => {
  const rows = [
    row('B', { length: 30, heard: null, silenceMinutes: null }),
    row('A', { length: 5 }),
    row('C', { length: 12, heard: '2026-11-20T20:00:00Z' }),
  ];

  it.each([
    ['id', false, 'A B C'],
    ['size', true, 'B C A'],
    ['heard', true, 'A C B'],
    ['heard', false, 'C A B'],
    ['contact', false, 'A B C'],
  ] as const)('are sorted by %s, what is not known last', (column, isDown, order) => {
    expect(sortRows(rows, { column, isDown }).map(({ id }) => id).join(' ')).toBe(order);
  });

  it.each([
    ['a part of the number', 'b', 'B'],
    ['the home without marks', 'cat hai', 'B A C'],
    ['nothing', '', 'B A C'],
    ['what is nowhere', 'xyz', ''],
  ])('are found by %s', (_, text, ids) => {
    expect(findRows(rows, text).map(({ id }) => id).join(' ')).toBe(ids);
  });

  it('are counted by place, class and quarter, and every boat once', () => {
    const kind = { sizeClass: 'from15To24', longLost: 0, episodes: 9 } as const;
    const names: Readonly<Record<string, string>> = { '317': 'Đặc khu Cát Hải', '312': 'An Dương' };
    const groups = groupLost(
      [
        { ...kind, unit: '317', lostSlot: 'night', vessels: 2 },
        { ...kind, unit: '317', lostSlot: 'evening', vessels: 1 },
        { ...kind, unit: '312', lostSlot: 'night', vessels: 1 },
        { ...kind, unit: null, sizeClass: null, lostSlot: 'morning', vessels: 4 },
      ],
      (unit) => names[unit ?? ''] ?? '–',
    );

    expect(groups.map(({ group }) => group)).toEqual(['–', 'An Dương', 'Đặc khu Cát Hải']);
    expect(groups[2]).toEqual({
      group: 'Đặc khu Cát Hải',
      size: 'from15To24',
      slots: { night: 2, morning: 0, afternoon: 0, evening: 1 },
      count: 3,
    });
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  });
});

describe('the cases of a boat', () => {
  const named = (title: string, vessel: string | null = null): Case => ({ title, vessel }) as Case;

  it('name it as a word of its own', () => {
    const cases = [named('Tàu HP-9: mất'), named('Tàu HP-90'), named('XHP-9'), named('HP-9')];

    expect(casesOfBoat(cases, 'HP-9').map(({ title }) => title)).toEqual(['Tàu HP-9: mất', 'HP-9']);
  });

  it('are bound to it, whatever their title says', () => {
    expect(casesOfBoat([named('Mất kết nối', 'HP-9'), named('Mất kết nối', 'HP-8')], 'HP-9')).toHaveLength(1);
  });
});
