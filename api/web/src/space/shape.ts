/** What somebody has drawn, and what of it can be said without asking the server. Pure. */

import type { Geometry, Polygon, Position as JsonPosition } from 'geojson';
import { destination, distanceMeters, pathMeters, polygonSquareMeters, type Position } from './geodesy';

/** A ring without its first position repeated at the end. */
export type Ring = readonly Position[];

/** Outer ring first, then the holes in it. */
export type Rings = readonly Ring[];

export type Shape =
  | { readonly kind: 'polygon'; readonly polygons: readonly Rings[] }
  | { readonly kind: 'circle'; readonly center: Position; readonly radiusMeters: number }
  /** A way with all that lies within a distance of it. */
  | { readonly kind: 'line'; readonly path: readonly Position[]; readonly radiusMeters: number }
  /** Only measured: a way, or with its ends joined a field. */
  | { readonly kind: 'measure'; readonly path: readonly Position[]; readonly isClosed: boolean };

/** What the server takes: positions of a drawn geometry, and how far around one an area may reach. */
export const MAX_POSITIONS = 2_000;
export const MAX_RADIUS_METERS = 500_000;
export const DEFAULT_RADIUS_METERS = 500;

const CIRCLE_SIDES = 128;

/** All positions of a shape, in their order. */
export function positionsOf(shape: Shape): readonly Position[] {
  switch (shape.kind) {
    case 'polygon':
      return shape.polygons.flat(2);
    case 'circle':
      return [shape.center];
    default:
      return shape.path;
  }
}

/** The same shape with its positions carried elsewhere; they keep their order. */
export function withPositions(shape: Shape, positions: readonly Position[]): Shape {
  let at = 0;
  // As many come back as were given.
  const next = (): Position => positions[at++] as Position;
  switch (shape.kind) {
    case 'polygon':
      return { ...shape, polygons: shape.polygons.map((rings) => rings.map((ring) => ring.map(next))) };
    case 'circle':
      return { ...shape, center: next() };
    default:
      return { ...shape, path: shape.path.map(next) };
  }
}

/** Sides of a circle, each corner at the same distance on the ellipsoid. */
export function circleRing(center: Position, radiusMeters: number, sides = CIRCLE_SIDES): Ring {
  return Array.from({ length: sides }, (_, i) => destination(center, (-360 * i) / sides, radiusMeters));
}

/** The geometry as the server reads it, with its radius. */
export function requestOf(shape: Shape): { readonly geometry: Geometry; readonly radiusMeters: number | null } | null {
  switch (shape.kind) {
    case 'polygon':
      return { geometry: polygonsOf(shape.polygons), radiusMeters: null };
    case 'circle':
      return { geometry: { type: 'Point', coordinates: [...shape.center] }, radiusMeters: shape.radiusMeters };
    case 'line':
      return { geometry: { type: 'LineString', coordinates: mutable(shape.path) }, radiusMeters: shape.radiusMeters };
    case 'measure':
      return null;
  }
}

/** What is drawn on the map and written to a file: a circle as the polygon that it nearly is. */
export function geometryOf(shape: Shape): Geometry {
  switch (shape.kind) {
    case 'polygon':
      return polygonsOf(shape.polygons);
    case 'circle':
      return polygonOf([circleRing(shape.center, shape.radiusMeters)]);
    case 'line':
      return { type: 'LineString', coordinates: mutable(shape.path) };
    case 'measure':
      return shape.isClosed ? polygonOf([shape.path]) : { type: 'LineString', coordinates: mutable(shape.path) };
  }
}

export interface Measures {
  /** The length of a way, the way around an area. */
  readonly meters: number;
  /** `null` for what has no inside; that of a line's surroundings only the server knows. */
  readonly squareMeters: number | null;
}

/** How long a shape is and how large. */
export function measuresOf(shape: Shape): Measures {
  switch (shape.kind) {
    case 'polygon':
      return {
        meters: shape.polygons.flat().reduce((sum, ring) => sum + ringMeters(ring), 0),
        squareMeters: shape.polygons.reduce((sum, rings) => sum + polygonSquareMeters(rings), 0),
      };
    case 'circle': {
      const ring = circleRing(shape.center, shape.radiusMeters);
      return { meters: ringMeters(ring), squareMeters: polygonSquareMeters([ring]) };
    }
    case 'line':
      return { meters: pathMeters(shape.path), squareMeters: null };
    case 'measure':
      return shape.isClosed
        ? { meters: ringMeters(shape.path), squareMeters: polygonSquareMeters([shape.path]) }
        : { meters: pathMeters(shape.path), squareMeters: null };
  }
}

/** Where somebody may take hold of a shape: its corners, or the middle and edge of a circle. */
export function handlesOf(shape: Shape): readonly Position[] {
  return shape.kind === 'circle'
    ? [shape.center, destination(shape.center, 90, shape.radiusMeters)]
    : positionsOf(shape);
}

/** The shape with one of its handles elsewhere. */
export function withHandle(shape: Shape, index: number, to: Position): Shape {
  if (shape.kind !== 'circle') {
    return withPositions(
      shape,
      positionsOf(shape).map((position, i) => (i === index ? to : position)),
    );
  }
  return index === 0
    ? { ...shape, center: to }
    : { ...shape, radiusMeters: clampRadius(distanceMeters(shape.center, to)) };
}

export function clampRadius(meters: number): number {
  return Number.isFinite(meters) ? Math.min(MAX_RADIUS_METERS, Math.max(1, Math.round(meters * 10) / 10)) : 1;
}

/** The shape without one of its corners; `null` where it would be no shape any more. */
export function withoutHandle(shape: Shape, index: number): Shape | null {
  switch (shape.kind) {
    case 'circle':
      return null;
    case 'polygon':
      return editRing(shape, index, (ring, at) => ring.filter((_, i) => i !== at));
    default: {
      const path = shape.path.filter((_, i) => i !== index);
      return path.length < leastOf(shape) ? null : { ...shape, path };
    }
  }
}

/** The shape with another corner after one of its own. */
export function withHandleAfter(shape: Shape, index: number, position: Position): Shape {
  switch (shape.kind) {
    case 'circle':
      return shape;
    case 'polygon':
      return editRing(shape, index, (ring, at) => ring.toSpliced(at + 1, 0, position)) ?? shape;
    default:
      return { ...shape, path: shape.path.toSpliced(index + 1, 0, position) };
  }
}

/** Sides that can be parted: where they begin among the handles, and their middles. */
export function middlesOf(shape: Shape): readonly { readonly after: number; readonly at: Position }[] {
  if (shape.kind === 'circle') {
    return [];
  }
  const isRing = shape.kind === 'polygon' || (shape.kind === 'measure' && shape.isClosed);
  const runs = shape.kind === 'polygon' ? shape.polygons.flat() : [shape.path];
  let start = 0;
  return runs.flatMap((run) => {
    const first = start;
    start += run.length;
    return run.flatMap((from, i) => {
      const to = run[i + 1] ?? (isRing ? run[0] : undefined);
      return to ? [{ after: first + i, at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as Position }] : [];
    });
  });
}

/** The fewest positions of a line, or of a ring. */
function leastOf(shape: Shape): number {
  return shape.kind === 'polygon' || (shape.kind === 'measure' && shape.isClosed) ? 3 : 2;
}

function editRing(
  shape: Shape & { readonly kind: 'polygon' },
  index: number,
  edit: (ring: Ring, at: number) => Ring,
): Shape | null {
  let start = 0;
  const polygons = shape.polygons.map((rings) =>
    rings.map((ring) => {
      const at = index - start;
      start += ring.length;
      return at >= 0 && at < ring.length ? edit(ring, at) : ring;
    }),
  );
  return polygons.flat().some((ring) => ring.length < leastOf(shape)) ? null : { ...shape, polygons };
}

function ringMeters(ring: Ring): number {
  return ring[0] ? pathMeters([...ring, ring[0]]) : 0;
}

function polygonsOf(polygons: readonly Rings[]): Geometry {
  const [first, ...others] = polygons;
  return first && others.length === 0
    ? polygonOf(first)
    : { type: 'MultiPolygon', coordinates: polygons.map((rings) => polygonOf(rings).coordinates) };
}

/** Rings closed and wound as RFC 7946 has them: outer ones against the clock, holes with it. */
function polygonOf(rings: Rings): Polygon {
  return {
    type: 'Polygon',
    coordinates: rings.map((ring, i) => {
      const isWithClock = signedArea(ring) < 0;
      const wound = isWithClock === (i === 0) ? ring.toReversed() : ring;
      return mutable(wound[0] ? [...wound, wound[0]] : wound);
    }),
  };
}

/** Twice the area in square degrees; negative for a ring that runs with the clock. */
function signedArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Position;
    return sum + (x * nextY - nextX * y);
  }, 0);
}

function mutable(path: readonly Position[]): JsonPosition[] {
  return path.map((position) => [...position]);
}
