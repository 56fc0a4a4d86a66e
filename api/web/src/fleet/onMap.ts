/** Brings the boats to the map for as long as the view is open. */

import { effect } from '@preact/signals';
import { cityMap } from '../map/handle';
import { freeSpace } from '../map/insets';
import type { Box } from '../map/geometry';
import { address } from '../state/navigation';
import { theme } from '../state/ui';
import { FleetOverlay } from './fleetOverlay';
import { fishingZones, trackOf } from './resources';
import { ghost, goFleet, isRunning, pointedBoat, shownBoats, shownFleet, track } from './state';
import { fleet } from './store';
import type { Boat } from './table';

/** Room around places, in degrees; around a single one more, so that one sees where it is. */
const CLOSE_DEGREES = 0.06;
const ALONE_DEGREES = 0.4;

/** Lays the boats over the map, whichever map there is, until the answer is called. */
export function layFleet(): () => void {
  return effect(() => {
    const map = cityMap.value;
    if (!map) {
      return undefined;
    }
    const overlay = new FleetOverlay(theme.peek(), {
      // All boats stay at the moment at which they are looked at.
      onPick: (vessel) => goFleet(shownFleet.peek().back === null ? { vessel, moment: null } : { vessel }),
      onPoint: (boat, x, y) => {
        pointedBoat.value = boat && { boat, x, y };
      },
    });
    const stops = [
      map.lay(overlay),
      effect(() => overlay.show(shownBoats.value, shownFleet.value.vessel, ghost.value)),
      effect(() => overlay.showTrack(track.value)),
      effect(() => overlay.showZones(shownFleet.value.showsZones ? (fishingZones().value.value ?? null) : null)),
      effect(() => {
        if (shownBoats.value.length > 0 && !ready()) {
          document.documentElement.dataset['ready'] = 'true';
        }
      }),
      lookAtBoats((box) => map.fit(box, freeSpace())),
      lookAtChosen((box) => map.fit(box, freeSpace())),
    ];
    return () => {
      stops.reverse().forEach((stop) => stop());
      pointedBoat.value = null;
    };
  });
}

function ready(): boolean {
  return document.documentElement.dataset['ready'] === 'true';
}

/** The first picture shows all boats, unless the address says where to look. */
function lookAtBoats(fit: (box: Box) => void): () => void {
  let hasLooked = address.peek().camera !== null || shownFleet.peek().vessel !== null;
  return effect(() => {
    const boats = shownBoats.value;
    if (!hasLooked && boats.length > 0) {
      hasLooked = true;
      fit(boxOfMost(boats));
    }
  });
}

/** A boat that was picked from a list is looked for, with the way that it came. */
function lookAtChosen(fit: (box: Box) => void): () => void {
  let looked: string | null = address.peek().camera === null ? null : shownFleet.peek().vessel;
  return effect(() => {
    const { vessel, part, days } = shownFleet.value;
    const boat = vessel === null ? null : fleet.value.table.find(vessel);
    const isWaiting = vessel !== null && trackOf(vessel, days).value.state === 'loading' && track.value === null;
    if (vessel === null || part !== 'map') {
      looked = null;
    } else if (boat && looked !== vessel && !isWaiting && !isRunning.peek()) {
      looked = vessel;
      if (pointedBoat.peek()?.boat.id !== vessel) {
        const way = track.value?.points ?? [];
        fit(around([boat, ...way], way.length > 1 ? CLOSE_DEGREES : ALONE_DEGREES));
      }
    }
  });
}

type Place = Pick<Boat, 'longitude' | 'latitude'>;

function around(places: readonly Place[], room: number): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const { longitude, latitude } of places) {
    box.west = Math.min(box.west, longitude - room);
    box.east = Math.max(box.east, longitude + room);
    box.south = Math.min(box.south, latitude - room);
    box.north = Math.max(box.north, latitude + room);
  }
  return box;
}

/** Around all but the farthest hundredth on each side: one boat far off must not make dots of the others. */
function boxOfMost(boats: readonly Boat[]): Box {
  const edge = (values: readonly number[]): readonly [number, number] => {
    const sorted = [...values].sort((a, b) => a - b);
    const cut = Math.floor(sorted.length / 100);
    return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
  };
  const [west, east] = edge(boats.map(({ longitude }) => longitude));
  const [south, north] = edge(boats.map(({ latitude }) => latitude));
  const corners = [
    { longitude: west, latitude: south },
    { longitude: east, latitude: north },
  ];
  return around(corners, CLOSE_DEGREES);
}
