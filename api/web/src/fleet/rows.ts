/** Rows of boats in a table: sorted, searched, and as CSV. Pure. */

import type { LostVessels, Vessel } from '../api/types';
import { compareKeys, type Sort } from '../controls/sorting';
import { fold } from '../search/match';
import {
  asContact,
  asSize,
  asSlot,
  asZone,
  SIZES,
  SLOTS,
  type Contact,
  type Size,
  type Slot,
  type Zone,
} from './words';

export interface BoatRow {
  readonly id: string;
  readonly name: string | null;
  readonly size: Size | null;
  readonly length: number | null;
  readonly home: string;
  readonly group: string;
  readonly contact: Contact;
  readonly slot: Slot | null;
  /** When it was last heard; `null` for never. */
  readonly heard: string | null;
  readonly silenceMinutes: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly isEligible: boolean;
  readonly isThreeNo: boolean;
  readonly zone: Zone | null;
  readonly violates: boolean;
}

export const BOAT_COLUMNS = ['id', 'size', 'home', 'contact', 'heard', 'slot', 'silence', 'papers'] as const;
export type BoatColumn = (typeof BOAT_COLUMNS)[number];

/** A boat as a row; names of units are the caller's, who knows the language. */
export function rowOf(boat: Vessel, home: string, group: string): BoatRow {
  return {
    id: boat.id,
    name: boat.name ?? null,
    size: asSize(boat.sizeClass),
    length: boat.lengthMeters ?? null,
    home,
    group,
    contact: asContact(boat.contact) ?? 'neverHeard',
    slot: asSlot(boat.lostSlot),
    heard: boat.lastPosition?.phenomenonTime ?? null,
    silenceMinutes: boat.silenceMinutes ?? null,
    longitude: boat.lastPosition?.longitude ?? null,
    latitude: boat.lastPosition?.latitude ?? null,
    isEligible: boat.isEligible,
    isThreeNo: boat.isThreeNo,
    // A closed area says more than the zone around it.
    zone: asZone(boat.closedArea ? 'closed' : boat.zone?.kind),
    violates: boat.violations.length > 0,
  };
}

/** Rows by a column; equal ones by id. */
export function sortRows(rows: readonly BoatRow[], { column, isDown }: Sort<BoatColumn>): readonly BoatRow[] {
  return [...rows].sort(
    (a, b) => compareKeys(keyOf(a, column), keyOf(b, column), isDown) || a.id.localeCompare(b.id),
  );
}

/** Rows whose id, name or home holds a text, with or without marks. */
export function findRows(rows: readonly BoatRow[], text: string): readonly BoatRow[] {
  const wanted = fold(text);
  return wanted === ''
    ? rows
    : rows.filter((row) => fold(`${row.id} ${row.name ?? ''} ${row.home} ${row.group}`).includes(wanted));
}

/** How many boats of each place and class fell silent in each quarter of the day. */
export interface LostGroup {
  readonly group: string;
  readonly size: Size | null;
  readonly slots: Readonly<Record<Slot, number>>;
  readonly count: number;
}

/** What the API has counted as lines of a table; names of units are the caller's, who knows the language. */
export function groupLost(
  groups: LostVessels['groups'],
  nameOf: (unit: string | null) => string,
): readonly LostGroup[] {
  const lines = new Map<string, LostGroup>();
  for (const { unit, sizeClass, lostSlot, vessels } of groups) {
    const key = `${unit ?? ''}|${sizeClass ?? ''}`;
    const known = lines.get(key) ?? { group: nameOf(unit), size: asSize(sizeClass), slots: none, count: 0 };
    const slot = asSlot(lostSlot);
    const slots = slot ? { ...known.slots, [slot]: known.slots[slot] + vessels } : known.slots;
    lines.set(key, { ...known, slots, count: known.count + vessels });
  }
  return [...lines.values()].sort(
    (a, b) => compareKeys(a.group, b.group, false) || compareKeys(placeOf(a.size), placeOf(b.size), false),
  );
}

const none: Readonly<Record<Slot, number>> = { night: 0, morning: 0, afternoon: 0, evening: 0 };

function placeOf(size: Size | null): number | null {
  return size === null ? null : SIZES.indexOf(size);
}

function keyOf(row: BoatRow, column: BoatColumn): string | number | null {
  switch (column) {
    case 'id':
      return row.id;
    case 'size':
      return row.length;
    case 'home':
      return `${row.group} ${row.home}`;
    case 'contact':
      return row.contact;
    case 'heard':
      return row.heard === null ? null : Date.parse(row.heard);
    case 'slot':
      return row.slot === null ? null : SLOTS.indexOf(row.slot);
    case 'silence':
      return row.silenceMinutes;
    case 'papers':
      return (row.isEligible ? 2 : 0) + (row.isThreeNo ? 0 : 1);
  }
}
