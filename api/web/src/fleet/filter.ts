/** Which boats are wanted, and how many there are of each kind. Pure. */

import type { FleetAddress, Hours } from './address';
import type { Contact, Size, Slot, Zone } from './words';

/** What boats, and groups of boats, are told apart by. */
export interface Kind {
  readonly size: Size | null;
  readonly contact: Contact | null;
  readonly slot: Slot | null;
  readonly isEligible: boolean | null;
  readonly isThreeNo: boolean | null;
  readonly zone: Zone | null;
  readonly violates: boolean | null;
}

/** Boats that are alike, counted by the API. */
export interface FleetGroup extends Kind {
  readonly vessels: number;
}

type Filter = Pick<
  FleetAddress,
  'sizes' | 'contacts' | 'slots' | 'isEligible' | 'isThreeNo' | 'zones' | 'violates'
>;
export type Facet = keyof Filter;

/** Whether something is of a wanted kind; one facet can be left out of it. */
export function isWanted(kind: Kind, filter: Filter, without?: Facet): boolean {
  const among = <T extends string>(facet: Facet, list: readonly T[], value: T | null): boolean =>
    facet === without || list.length === 0 || (value !== null && list.includes(value));
  const is = (facet: Facet, wish: boolean | null, value: boolean | null): boolean =>
    facet === without || wish === null || wish === value;
  return (
    among('sizes', filter.sizes, kind.size) &&
    among('contacts', filter.contacts, kind.contact) &&
    among('slots', filter.slots, kind.slot) &&
    is('isEligible', filter.isEligible, kind.isEligible) &&
    is('isThreeNo', filter.isThreeNo, kind.isThreeNo) &&
    among('zones', filter.zones, kind.zone) &&
    is('violates', filter.violates, kind.violates)
  );
}

/** How many boats each value of a facet would show, with the other facets as they are. */
export function countBy<T>(
  groups: readonly FleetGroup[],
  filter: Filter,
  facet: Facet,
  valueOf: (group: FleetGroup) => T,
): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const group of groups) {
    if (isWanted(group, filter, facet)) {
      counts.set(valueOf(group), (counts.get(valueOf(group)) ?? 0) + group.vessels);
    }
  }
  return counts;
}

/** Whether only some boats are wanted, by anything but their place. */
export function isChosen(filter: Filter): boolean {
  const lists = [filter.sizes, filter.contacts, filter.slots, filter.zones];
  const wishes = [filter.isEligible, filter.isThreeNo, filter.violates];
  return lists.some((list) => list.length > 0) || wishes.some((wish) => wish !== null);
}

/** How many boats are wanted. */
export function countAll(groups: readonly FleetGroup[], filter: Filter): number {
  return groups.reduce((sum, group) => sum + (isWanted(group, filter) ? group.vessels : 0), 0);
}

/** A list with a value put in, or taken out where it was; in the order of all values. */
export function toggled<T extends string>(all: readonly T[], list: readonly T[], value: T): readonly T[] {
  return all.filter((one) => (one === value ? !list.includes(one) : list.includes(one)));
}

const HOUR = 3_600_000;
/** The city's clock has no summer time. */
const OFFSET = 7 * HOUR;

/** Last night: from 18 hours of the day before until 6 of today; before 6 it is the night that is still on. */
export function lastNight(now: Date): Hours {
  return { from: hourOf(now, -1, 18), to: hourOf(now, 0, 6) };
}

/** The days until now, the present hour included. */
export function lastDays(now: Date, days: number): Hours {
  const hour = Math.floor(now.getTime() / HOUR) + 1;
  return { from: textOf(hour * HOUR - days * 24 * HOUR), to: textOf(hour * HOUR) };
}

/** The instants of hours of the city, to be asked for: both ends are of them. */
export function instantsOf({ from, to }: Hours): { readonly from: string; readonly to: string } {
  return {
    from: new Date(instantOf(from)).toISOString(),
    to: new Date(instantOf(to) - 1).toISOString(),
  };
}

function hourOf(now: Date, days: number, hour: number): string {
  const day = new Date(now.getTime() + OFFSET + days * 24 * HOUR).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, '0')}`;
}

function textOf(instant: number): string {
  return new Date(instant + OFFSET).toISOString().slice(0, 13);
}

function instantOf(hour: string): number {
  return Date.parse(`${hour}:00:00+07:00`);
}
