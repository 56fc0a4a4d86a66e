/** Brings the boats to the map for as long as the view is open. */

import { effect } from '@preact/signals';
import { cityMap } from '../map/handle';
import { freeSpace } from '../map/insets';
import type { Box } from '../map/geometry';
import { address } from '../state/navigation';
import { theme } from '../state/ui';
import { FleetOverlay } from './fleetOverlay';
import { ghost, goFleet, isRunning, pointedBoat, shownBoats, shownFleet, track } from './state';
import { fleet } from './store';
import type { Boat } from './table';

/** Room around a single place, in degrees. */
const CLOSE_DEGREES = 0.06;

/** Lays the boats over the map, whichever map there is, until the answer is called. */
export function layFleet(): () => void {
  return effect(() => {
    const map = cityMap.value;
    if (!map) {
      return undefined;
    }
    const overlay = new FleetOverlay(theme.peek(), {
      onPick: (vessel) => goFleet({ vessel, moment: null }),
      onPoint: (boat, x, y) => {
        pointedBoat.value = boat && { boat, x, y };
      },
    });
    const stops = [
      map.lay(overlay),
      effect(() => overlay.show(shownBoats.value, shownFleet.value.vessel, ghost.value)),
      effect(() => overlay.showTrack(track.value)),
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

/** A boat that was picked from a list is looked for: near its track, or where it is. */
function lookAtChosen(fit: (box: Box) => void): () => void {
  let looked: string | null = address.peek().camera === null ? null : shownFleet.peek().vessel;
  return effect(() => {
    const { vessel, part } = shownFleet.value;
    const boat = vessel === null ? null : fleet.value.table.find(vessel);
    if (vessel === null || part !== 'map') {
      looked = null;
    } else if (boat && looked !== vessel && !isRunning.peek()) {
      looked = vessel;
      if (pointedBoat.peek()?.boat.id !== vessel) {
        fit(around([boat], CLOSE_DEGREES * 3));
      }
    }
  });
}

function around(boats: readonly Boat[], room: number): Box {
  const longitudes = boats.map(({ longitude }) => longitude);
  const latitudes = boats.map(({ latitude }) => latitude);
  return {
    west: Math.min(...longitudes) - room,
    east: Math.max(...longitudes) + room,
    south: Math.min(...latitudes) - room,
    north: Math.max(...latitudes) + room,
  };
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
  return { west: west - CLOSE_DEGREES, east: east + CLOSE_DEGREES, south: south - CLOSE_DEGREES, north: north + CLOSE_DEGREES };
}
