/** What of the fleet is shown, as the address says it. Pure. */

import { CONTACTS, SIZES, SLOTS, ZONES, type Contact, type Size, type Slot, type Zone } from './words';

/** The parts of the view. */
export const PARTS = ['map', 'boats', 'lost', 'cases', 'feeds'] as const;
export type Part = (typeof PARTS)[number];

/** Hours of the city between which boats fell silent, `2026-11-25T18` and `2026-11-26T06`. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** Empty lists and `null` mean all. */
export interface FleetAddress {
  readonly part: Part;
  readonly vessel: string | null;
  readonly sizes: readonly Size[];
  readonly contacts: readonly Contact[];
  readonly slots: readonly Slot[];
  readonly isEligible: boolean | null;
  readonly isThreeNo: boolean | null;
  readonly zones: readonly Zone[];
  readonly violates: boolean | null;
  readonly silent: Hours | null;
  /** Whether the zones of the sea, and ships that belong to no unit, are on the map. */
  readonly showsZones: boolean;
  readonly showsShips: boolean;
  /** Over how many days all boats are played; `null` while they are shown as they are. The last day of those. */
  readonly back: number | null;
  readonly until: string | null;
  /** How many days of the track are shown, and the second of it that playback stands at. */
  readonly days: number;
  readonly moment: number | null;
}

export const FLEET_START: FleetAddress = {
  part: 'map',
  vessel: null,
  sizes: [],
  contacts: [],
  slots: [],
  isEligible: null,
  isThreeNo: null,
  zones: [],
  violates: null,
  silent: null,
  showsZones: true,
  showsShips: true,
  back: null,
  until: null,
  days: 1,
  moment: null,
};

/** How long a track may be asked for. */
export const TRACK_DAYS = [1, 3, 7, 14] as const;

/** Over how many days all boats may be played. */
export const BACK_DAYS = [1, 2, 3, 7] as const;

const DAY_MINUTES = 1_440;

/** How long a track must be to hold the last day before a boat fell silent; the longest where none is long enough. */
export function daysFor(silenceMinutes: number | null): number {
  const days = (silenceMinutes ?? 0) / DAY_MINUTES + 1;
  return TRACK_DAYS.find((offered) => offered >= days) ?? 14;
}

const VESSEL = /^[A-Z0-9-]{1,24}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOURS = /^(\d{4}-\d{2}-\d{2}T\d{2})\/(\d{4}-\d{2}-\d{2}T\d{2})$/;

/** Reads the part of an address that is about the fleet. What it cannot read it leaves at the start value. */
export function readFleet(query: URLSearchParams): FleetAddress {
  const words = <T extends string>(name: string, all: readonly T[]): readonly T[] =>
    all.filter((word) => query.get(name)?.split(' ').includes(word));
  const flag = (name: string): boolean | null => {
    const text = query.get(name);
    return text === 'true' ? true : text === 'false' ? false : null;
  };
  const vessel = query.get('vessel')?.toUpperCase() ?? '';
  const until = query.get('until') ?? '';
  const moment = Number(query.get('moment'));
  const hours = HOURS.exec(query.get('silent') ?? '');
  return {
    part: PARTS.find((part) => part === query.get('part')) ?? 'map',
    vessel: VESSEL.test(vessel) ? vessel : null,
    sizes: words('size', SIZES),
    contacts: words('contact', CONTACTS),
    slots: words('slot', SLOTS),
    isEligible: flag('eligible'),
    isThreeNo: flag('threeNo'),
    zones: words('zone', ZONES),
    violates: flag('violates'),
    silent: hours ? asHours(hours[1] ?? '', hours[2] ?? '') : null,
    showsZones: query.get('zones') !== 'false',
    showsShips: query.get('ships') !== 'false',
    back: BACK_DAYS.find((days) => String(days) === query.get('back')) ?? null,
    until: DAY.test(until) && Number.isFinite(Date.parse(until)) ? until : null,
    days: TRACK_DAYS.find((days) => String(days) === query.get('days')) ?? FLEET_START.days,
    moment: Number.isInteger(moment) && moment > 0 ? moment : null,
  };
}

/** Writes what differs from the start. */
export function writeFleet(fleet: FleetAddress, set: (name: string, value: string | null) => void): void {
  set('part', fleet.part === FLEET_START.part ? null : fleet.part);
  set('vessel', fleet.vessel);
  set('size', fleet.sizes.join(' '));
  set('contact', fleet.contacts.join(' '));
  set('slot', fleet.slots.join(' '));
  set('eligible', fleet.isEligible === null ? null : String(fleet.isEligible));
  set('threeNo', fleet.isThreeNo === null ? null : String(fleet.isThreeNo));
  set('zone', fleet.zones.join(' '));
  set('violates', fleet.violates === null ? null : String(fleet.violates));
  set('zones', fleet.showsZones ? null : 'false');
  set('ships', fleet.showsShips ? null : 'false');
  set('back', fleet.back === null ? null : String(fleet.back));
  set('until', fleet.until);
  set('silent', fleet.silent && `${fleet.silent.from}/${fleet.silent.to}`);
  set('days', fleet.days === FLEET_START.days ? null : String(fleet.days));
  set('moment', fleet.moment === null ? null : String(fleet.moment));
}

function asHours(from: string, to: string): Hours | null {
  return Number.isFinite(Date.parse(`${from}:00`)) && Number.isFinite(Date.parse(`${to}:00`)) && from < to
    ? { from, to }
    : null;
}
