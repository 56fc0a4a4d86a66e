import { describe, expect, it } from 'vitest';
import { FleetTable, type FleetColumns } from './table';

type Row = readonly [id: string, age: number, longitude: number];
const columns = (rows: readonly Row[], gone: readonly string[] = []): FleetColumns => ({
  asOf: '2026-11-26T06:00:00Z',
  units: ['11914'],
  sizeClasses: ['under6', 'from24'],
  contacts: ['neverHeard', 'inContact', 'lost'],
  zones: ['port', 'coastal'],
  id: rows.map(([id]) => id),
  longitude: rows.map(([, , longitude]) => longitude),
  latitude: rows.map(() => 20.5),
  courseOverGroundDegrees: rows.map(() => 90),
  speedOverGroundKnots: rows.map(() => null),
  ageSeconds: rows.map(([, age]) => age),
  homeUnit: rows.map((_, i) => (i === 0 ? 0 : -1)),
  sizeClass: rows.map((_, i) => (i === 0 ? 1 : -1)),
  contact: rows.map(() => 1),
  isEligible: rows.map(() => 1),
  isThreeNo: rows.map(() => 0),
  zone: rows.map((_, i) => (i === 0 ? 1 : -1)),
  violates: rows.map((_, i) => (i === 0 ? 1 : 0)),
  gone,
});

describe('the table of boats', () => {
  it('says of each boat what the columns say', () => {
    const table = new FleetTable();
    table.apply(columns([['A', 60, 107.1], ['B', 0, 107.2]]));

    expect(table.find('A')).toEqual({
      id: 'A',
      longitude: 107.1,
      latitude: 20.5,
      course: 90,
      speed: null,
      time: Date.parse('2026-11-26T05:59:00Z') / 1000,
      home: '11914',
      size: 'from24',
      contact: 'inContact',
      isEligible: true,
      isThreeNo: false,
      zone: 'coastal',
      violates: true,
    });
    expect(table.find('B')).toMatchObject({ home: null, size: null, zone: null, violates: false });
    expect(table.find('C')).toBeNull();
  });

  it('moves a boat by a newer report and not by an older one', () => {
    const table = new FleetTable();
    table.apply(columns([['A', 60, 107.1]]));
    table.apply(columns([['A', 10, 107.3]]));
    table.apply(columns([['A', 600, 106.9]]));

    expect(table.find('A')?.longitude).toBe(107.3);
    expect(table.size).toBe(1);
  });

  it('takes over how a boat stands though its report is the same', () => {
    const table = new FleetTable();
    table.apply(columns([['A', 60, 107.1]]));
    table.apply({ ...columns([['A', 60, 107.1]]), contact: [2] });

    expect(table.find('A')?.contact).toBe('lost');
  });

  it('takes in only new boats that belong to it, and moves those that it has', () => {
    const table = new FleetTable();
    table.apply(columns([['A', 60, 107.1]]));
    table.apply(columns([['A', 0, 107.2], ['B', 0, 107.2]]), () => false);

    expect(table.find('A')?.longitude).toBe(107.2);
    expect(table.has('B')).toBe(false);
  });

  it.each(['A', 'B', 'C'])('lets %s go and keeps the others', (gone) => {
    const table = new FleetTable();
    table.apply(columns([['A', 0, 1], ['B', 0, 2], ['C', 0, 3]]));
    table.apply(columns([], [gone, 'NONE']));

    expect(table.filter(() => true).map(({ id, longitude }) => `${id}${longitude}`).sort()).toEqual(
      ['A1', 'B2', 'C3'].filter((one) => !one.startsWith(gone)),
    );
    expect(table.find(gone)).toBeNull();
  });

  it('grows beyond its first room', () => {
    const table = new FleetTable();
    const many = Array.from({ length: 10_000 }, (_, i): readonly [string, number, number] => [`B${i}`, 0, i / 100]);
    table.apply(columns(many));

    expect(table.size).toBe(10_000);
    expect(table.find('B9999')?.longitude).toBe(99.99);
    expect(table.find('B4095')?.longitude).toBe(40.95);
  });
});
