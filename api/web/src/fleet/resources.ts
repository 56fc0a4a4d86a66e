/** What the view of the fleet asks of the API. */

import { computed, type ReadonlySignal } from '@preact/signals';
import { api } from '../api/client';
import type { Feed, FleetSummary, Unit, Vessel, VesselTrack } from '../api/types';
import { absent, cache, city, scope } from '../state/model';
import { address } from '../state/navigation';
import { now } from '../state/ui';
import type { Loaded } from '../state/resource';
import type { FleetGroup } from './filter';
import { asContact, asSize, asSlot } from './words';

const PREFIX = 'fleet|';
const BY = 'sizeClass,contact,eligibility,threeNo,lostSlot';

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
    vessels: group.vessels,
  })),
);

/** The boats with their papers, in order of their ids. */
export const boats = computed(
  (): Loaded<readonly Vessel[]> =>
    cache.get(`${PREFIX}boats|${fleetUnit.value ?? ''}`, () => api.vessels(fleetUnit.peek(), {})).value,
);

/** The boats that are lost. */
export const lostBoats = computed(
  (): Loaded<readonly Vessel[]> =>
    cache.get(`${PREFIX}lost|${fleetUnit.value ?? ''}`, () =>
      api.vessels(fleetUnit.peek(), { contact: 'lost,longLost' }),
    ).value,
);

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
