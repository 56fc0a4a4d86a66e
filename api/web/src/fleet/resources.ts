/** What the view of the fleet asks of the API. */

import { computed, type ReadonlySignal } from '@preact/signals';
import { api } from '../api/client';
import type { FishingZones } from '../api/fishingZones';
import type { Feed, FleetPast, FleetSummary, LostVessels, Unit, Vessel, VesselTrack } from '../api/types';
import { absent, cache, city, scope } from '../state/model';
import { address } from '../state/navigation';
import { now } from '../state/ui';
import type { Loaded } from '../state/resource';
import { instantsOf, type FleetGroup } from './filter';
import { asContact, asSize, asSlot, asZone } from './words';

const PREFIX = 'fleet|';
/** What was once is not asked for again with what changes. */
const STEADY = 'fleet-steady|';
const BY = 'sizeClass,contact,eligibility,threeNo,lostSlot,zone,violates';

/**
 * The unit whose boats are wanted. One that no longer stands has the boats of all that was ever below it: an officer
 * still asks for those of a district.
 */
export const fleetPlace = computed((): Unit | null => {
  const gone = absent.value;
  return gone?.unit && gone.code === address.value.unit ? gone.unit : scope.value;
});

/** Its code; `null` for all of the city, boats without a home included. */
export const fleetUnit = computed((): string | null => {
  const unit = fleetPlace.value?.code ?? null;
  return unit === city.value.value?.rootUnit ? null : unit;
});

/** The code of the unit whose boats are counted and listed; ships that belong to no unit are none of the city's. */
export const fleetCode = computed((): string | null => fleetPlace.value?.code ?? city.value.value?.rootUnit ?? null);

/** The boats counted by the API, at this moment; the one truth for every number of the view. */
export const summary = computed(
  (): Loaded<FleetSummary> =>
    cache.get(`${PREFIX}summary|${fleetUnit.value ?? ''}`, () => api.fleetSummary(fleetUnit.peek(), BY)).value,
);

export const groups = computed((): readonly FleetGroup[] =>
  (summary.value.value?.groups ?? []).map((group) => ({
    size: asSize(group.sizeClass),
    contact: asContact(group.contact),
    slot: asSlot(group.lostSlot),
    isEligible: group.isEligible ?? null,
    isThreeNo: group.isThreeNo ?? null,
    zone: asZone(group.zone),
    violates: group.violates ?? null,
    vessels: group.vessels,
  })),
);

/** The boats with their papers, in order of their ids. */
export const boats = computed(
  (): Loaded<readonly Vessel[]> =>
    cache.get(`${PREFIX}boats|${fleetCode.value ?? ''}`, () => api.vessels(fleetCode.peek(), {})).value,
);

/** The boats that are lost and wanted, counted by place, class and quarter of the day, and one by one. */
export const lostBoats = computed((): Loaded<LostVessels> => {
  const { sizes, contacts, slots, zones, isEligible, isThreeNo, violates, silent } = address.value.fleet;
  const { from, to } = silent ? instantsOf(silent) : { from: null, to: null };
  const query = {
    unit: fleetCode.value,
    sizeClass: listOf(sizes),
    // What else is chosen for the map says nothing of those that are lost.
    contact: listOf(contacts.filter((contact) => contact === 'lost' || contact === 'longLost')),
    lostSlot: listOf(slots),
    eligible: flagOf(isEligible),
    threeNo: flagOf(isThreeNo),
    zone: listOf(zones),
    violates: flagOf(violates),
    from,
    to,
  };
  return cache.get(`${PREFIX}lost|${JSON.stringify(query)}`, () => api.lostVessels(query)).value;
});

function listOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(',');
}

function flagOf(wish: boolean | null): string | null {
  return wish === null ? null : String(wish);
}

/** All boats over a span of time, in seconds since 1970. */
export function pastOf(from: number, to: number): ReadonlySignal<Loaded<FleetPast>> {
  const unit = fleetUnit.value;
  const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return cache.get(`${STEADY}past|${unit ?? ''}|${from}|${to}`, () => api.past(unit, instant(from), instant(to)));
}

/** The zones by which boats are judged. */
export function fishingZones(): ReadonlySignal<Loaded<FishingZones>> {
  return cache.get(`${STEADY}zones`, api.fishingZones);
}

export function vesselOf(id: string): ReadonlySignal<Loaded<Vessel>> {
  return cache.get(`${PREFIX}vessel|${id}`, () => api.vessel(id));
}

/** The track of the last days. */
export function trackOf(id: string, days: number): ReadonlySignal<Loaded<VesselTrack>> {
  return cache.get(`${PREFIX}track|${id}|${days}`, () => {
    const to = now.peek();
    return api.track(id, new Date(to.getTime() - days * 86_400_000).toISOString(), to.toISOString());
  });
}

export function feeds(): ReadonlySignal<Loaded<readonly Feed[]>> {
  return cache.get(`${PREFIX}feeds`, api.feeds);
}

/** Asks for all of it anew; what is shown stays until the answers are here. */
export function renewFleet(): void {
  cache.renew((key) => key.startsWith(PREFIX));
}
