/** Boxes around shapes. Pure. Order is longitude, latitude. */

import type { Feature, Position } from 'geojson';

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box around a feature; `null` for one without a position. */
export function boxOf(feature: Feature): Box | null {
  let box: Box | null = null;
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) {
      return;
    }
    if (typeof coordinates[0] === 'number') {
      box = extend(box, coordinates as Position);
    } else {
      coordinates.forEach(visit);
    }
  };
  if (feature.geometry && 'coordinates' in feature.geometry) {
    visit(feature.geometry.coordinates);
  }
  return box;
}

/** The box around several; `null` without any. */
export function union(boxes: readonly (Box | null)[]): Box | null {
  let whole: Box | null = null;
  for (const box of boxes) {
    if (box) {
      whole = extend(extend(whole, [box.west, box.south]), [box.east, box.north]);
    }
  }
  return whole;
}

/** The most units that a first view may leave out, as a share of all. */
const MAX_LEFT_OUT = 0.1;
/** A unit is far off when this much of the others' diagonal lies between it and them. */
const FAR_OFF_DISTANCE = 0.3;

/**
 * Parts the boxes into those of the main view and those far off, such as an island a hundred kilometres out, which
 * would shrink everything else to a corner.
 */
export function mainView<T extends { readonly box: Box }>(
  items: readonly T[],
): { readonly near: readonly T[]; readonly far: readonly T[] } {
  let near = [...items];
  const far: T[] = [];
  while (far.length + 1 <= Math.max(1, items.length * MAX_LEFT_OUT) && near.length > 2) {
    const candidates = extremes(near).map((item) => {
      const rest = union(near.filter((other) => other !== item).map((other) => other.box)) ?? item.box;
      return { item, distance: distance(item.box, rest) / (diagonal(rest) || 1) };
    });
    const farthest = candidates.sort((a, b) => b.distance - a.distance)[0];
    if (!farthest || farthest.distance < FAR_OFF_DISTANCE) {
      break;
    }
    near = near.filter((item) => item !== farthest.item);
    far.push(farthest.item);
  }
  return { near, far };
}

/** Only the outermost boxes can make the view smaller. */
function extremes<T extends { readonly box: Box }>(items: readonly T[]): readonly T[] {
  const pick = (better: (a: Box, b: Box) => boolean): T | undefined =>
    items.reduce<T | undefined>((best, item) => (!best || better(item.box, best.box) ? item : best), undefined);
  const found = [
    pick((a, b) => a.west < b.west),
    pick((a, b) => a.east > b.east),
    pick((a, b) => a.south < b.south),
    pick((a, b) => a.north > b.north),
  ];
  return [...new Set(found.filter((item) => item !== undefined))];
}

/** Between the nearest edges of two boxes, in degrees; 0 where they touch. */
function distance(a: Box, b: Box): number {
  const x = Math.max(0, a.west - b.east, b.west - a.east);
  const y = Math.max(0, a.south - b.north, b.south - a.north);
  return Math.hypot(x, y);
}

function diagonal(box: Box): number {
  return Math.hypot(box.east - box.west, box.north - box.south);
}

function extend(box: Box | null, position: Position): Box {
  const [longitude = 0, latitude = 0] = position;
  return box
    ? {
        west: Math.min(box.west, longitude),
        south: Math.min(box.south, latitude),
        east: Math.max(box.east, longitude),
        north: Math.max(box.north, latitude),
      }
    : { west: longitude, south: latitude, east: longitude, north: latitude };
}
