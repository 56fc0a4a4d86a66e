/** What of the fleet is on the screen, worked out from the address, the boats and the answers. */

import { computed, effect, signal } from '@preact/signals';
import type { VesselTrack } from '../api/types';
import { address, go, type Step } from '../state/navigation';
import { now } from '../state/ui';
import type { FleetAddress } from './address';
import { isChosen, isWanted, type FleetGroup } from './filter';
import { PastFleet, spanOf } from './past';
import { groups, pastOf, summary, trackOf } from './resources';
import { fleet } from './store';
import type { Boat } from './table';
import { placeAt, type Gap, type Track } from './track';
import { asSlot, LOST, SLOTS, type Slot } from './words';

/** What the address says of the fleet. */
export const shownFleet = computed((): FleetAddress => address.value.fleet);

/** Shows something else of the fleet. */
export function goFleet(change: Partial<FleetAddress>, step: Step = 'push'): void {
  go({ fleet: { ...address.peek().fleet, ...change } }, step);
}

/** The address of something else of the fleet, for links. */
export function fleetChange(change: Partial<FleetAddress>): { readonly fleet: FleetAddress } {
  return { fleet: { ...address.value.fleet, ...change } };
}

/** The boat that the pointer is on, and where. */
export const pointedBoat = signal<{ readonly boat: Boat; readonly x: number; readonly y: number } | null>(null);

/** Whether the track runs. */
export const isRunning = signal(false);

const OFFSET_SECONDS = 7 * 3_600;

/** The quarter of the city's day in which a lost boat was last heard. */
export function slotOf({ contact, time }: Boat): Slot | null {
  return LOST.includes(contact)
    ? asSlot(SLOTS[Math.floor((((time + OFFSET_SECONDS) % 86_400) + 86_400) % 86_400 / 21_600)])
    : null;
}

/** The seconds between which all boats are played; they stay while it is played. */
const pastSpan = signal<{ readonly from: number; readonly to: number } | null>(null);

/** Keeps that span, for as long as the view is open, until the answer is called. */
export function followPast(): () => void {
  let kept = '';
  return effect(() => {
    const { back, until, moment } = shownFleet.value;
    const key = back === null ? '' : `${back}|${until ?? ''}`;
    const span = pastSpan.peek();
    const isOutside = moment !== null && span !== null && (moment < span.from || moment > span.to);
    if (key !== kept || isOutside) {
      kept = key;
      pastSpan.value = back === null ? null : spanOf(back, until, moment, Math.floor(now.peek().getTime() / 1000));
    }
  });
}

/** What of the span has come; `null` while all boats are shown as they are. */
export const loadedPast = computed(() =>
  pastSpan.value ? pastOf(pastSpan.value.from, pastSpan.value.to).value : null,
);

/** All boats over the span. */
export const past = computed((): PastFleet | null => {
  const columns = loadedPast.value?.value;
  return columns ? new PastFleet(columns) : null;
});

/** All boats at the moment of playback; `null` while they are shown as they are. */
const pastBoats = computed((): readonly Boat[] | null => {
  const { back, moment } = shownFleet.value;
  return back === null || moment === null ? null : (past.value?.at(moment) ?? null);
});

/** Whether what is shown is not as it is now. */
export const isPast = computed((): boolean => pastBoats.value !== null);

/** The boats on the map that are wanted. Ships that belong to no unit are there while nothing is chosen. */
export const shownBoats = computed((): readonly Boat[] => {
  const filter = shownFleet.value;
  const showsShips = filter.showsShips && !isChosen(filter);
  const test = (boat: Boat): boolean =>
    boat.id === filter.vessel ||
    (boat.home === null ? showsShips : isWanted({ ...boat, slot: slotOf(boat) }, filter));
  return pastBoats.value?.filter(test) ?? fleet.value.table.filter(test);
});

/** The boats of units counted by kind: now by the API, at a moment of playback from those that are played. */
export const shownGroups = computed((): readonly FleetGroup[] =>
  pastBoats.value === null
    ? groups.value
    : pastBoats.value
        .filter(({ home }) => home !== null)
        .map((boat) => ({ ...boat, slot: slotOf(boat), vessels: 1 })),
);

/** How many ships belong to no unit; `null` where that is not asked. */
export const shipCount = computed((): number | null =>
  pastBoats.value === null
    ? (summary.value.value?.withoutUnit ?? null)
    : pastBoats.value.filter(({ home }) => home === null).length,
);

/** The track of the boat whose card is open. */
export const track = computed((): Track | null => {
  const { vessel, days } = shownFleet.value;
  const loaded = vessel === null ? null : (trackOf(vessel, days).value.value ?? null);
  if (!loaded) {
    return null;
  }
  const seconds = (instant: string): number => Date.parse(instant) / 1000;
  return {
    points: loaded.positions
      .filter((point) => point !== null)
      .map((point) => ({
        time: seconds(point.phenomenonTime),
        longitude: point.longitude,
        latitude: point.latitude,
        course: point.courseOverGroundDegrees,
        speed: point.speedOverGroundKnots,
      })),
    gaps: [...loaded.gaps.map(({ from, to }) => ({ from: seconds(from), to: seconds(to) })), ...lastingGap(loaded)],
  };
});

/** As the API counts a gap: a line across more says nothing. */
const GAP_SECONDS = 6 * 3_600;

/** The silence that lasts, which no report has ended yet. */
function lastingGap({ positions }: VesselTrack): readonly Gap[] {
  const last = Date.parse(positions.at(-1)?.phenomenonTime ?? '') / 1000;
  const to = now.value.getTime() / 1000;
  return to - last > GAP_SECONDS ? [{ from: last, to }] : [];
}

/** The seconds between which the track lies: from its first report until now. */
export const span = computed((): { readonly from: number; readonly to: number } | null => {
  const first = track.value?.points[0];
  return first ? { from: first.time, to: Math.floor(now.value.getTime() / 1000) } : null;
});

/** The chosen boat where it was at the moment of playback; `null` while it is shown as it is. */
export const ghost = computed((): Boat | null => {
  const { vessel, moment } = shownFleet.value;
  const way = track.value;
  // With all boats at that moment, the chosen one is among them.
  if (vessel === null || moment === null || !way || isPast.value) {
    return null;
  }
  const place = placeAt(way, moment);
  const boat = fleet.value.table.find(vessel);
  return place && boat
    ? {
        ...boat,
        longitude: place.longitude,
        latitude: place.latitude,
        course: place.course,
        speed: place.speed,
        time: moment,
        contact: place.isGap ? 'lost' : 'inContact',
      }
    : null;
});

