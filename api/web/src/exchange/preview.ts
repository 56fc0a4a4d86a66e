/** A sketch of features as paths of SVG: enough to see whether they lie where they should. Pure. */

import type { Feature, Geometry, Position } from 'geojson';
import { boxOf, union, type Box } from '../map/geometry';

/** What is drawn, in units of the sketch. */
export interface Sketch {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly string[];
  readonly lines: readonly string[];
  readonly points: readonly (readonly [number, number])[];
  /** The outlines behind them. */
  readonly ground: readonly string[];
  /** How many of all features are drawn. */
  readonly drawn: number;
  /** How many of all features do not touch the box around the ground. */
  readonly outside: number;
}

/** A sketch is for looking; more than that nobody tells apart. */
export const MAX_DRAWN = 2000;

const WIDTH = 480;
const MAX_HEIGHT = 400;
/** Around what is drawn, as a share of it, and at least so many degrees: a single point has no size. */
const MARGIN = 0.15;
const MIN_MARGIN = 0.02;

/** The sketch of features over the outlines of a city; `null` where there is nothing to draw. */
export function sketchOf(features: readonly Feature[], ground: readonly Feature[]): Sketch | null {
  const drawn = features.slice(0, MAX_DRAWN);
  const box = union(drawn.map(boxOf));
  if (!box) {
    return null;
  }
  const frame = padded(box);
  const narrowing = Math.cos((((frame.south + frame.north) / 2) * Math.PI) / 180);
  const wide = (frame.east - frame.west) * narrowing;
  const high = frame.north - frame.south;
  const scale = Math.min(WIDTH / wide, MAX_HEIGHT / high);
  const place = ([x = 0, y = 0]: Position): readonly [number, number] => [
    round((x - frame.west) * narrowing * scale),
    round((frame.north - y) * scale),
  ];
  const city = union(ground.map(boxOf));
  return {
    width: round(wide * scale),
    height: round(high * scale),
    ground: ground.filter((one) => meets(boxOf(one), frame)).flatMap((one) => areasOf(one.geometry, place)),
    areas: drawn.flatMap((one) => areasOf(one.geometry, place)),
    lines: drawn.flatMap((one) => linesOf(one.geometry, place)),
    points: drawn.flatMap((one) => (one.geometry.type === 'Point' ? [place(one.geometry.coordinates)] : [])),
    drawn: drawn.length,
    outside: city ? features.filter((one) => !meets(boxOf(one), city)).length : 0,
  };
}

type Place = (position: Position) => readonly [number, number];

function areasOf(geometry: Geometry, place: Place): readonly string[] {
  switch (geometry.type) {
    case 'Polygon':
      return [geometry.coordinates.map((ring) => `${path(ring, place)}Z`).join('')];
    case 'MultiPolygon':
      return [geometry.coordinates.flatMap((rings) => rings.map((ring) => `${path(ring, place)}Z`)).join('')];
    default:
      return [];
  }
}

function linesOf(geometry: Geometry, place: Place): readonly string[] {
  switch (geometry.type) {
    case 'LineString':
      return [path(geometry.coordinates, place)];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => path(line, place));
    default:
      return [];
  }
}

function path(positions: readonly Position[], place: Place): string {
  return positions.map((position, i) => `${i === 0 ? 'M' : 'L'}${place(position).join(' ')}`).join('');
}

function padded(box: Box): Box {
  const x = Math.max((box.east - box.west) * MARGIN, MIN_MARGIN);
  const y = Math.max((box.north - box.south) * MARGIN, MIN_MARGIN);
  return { west: box.west - x, south: box.south - y, east: box.east + x, north: box.north + y };
}

function meets(one: Box | null, other: Box): boolean {
  return (
    one !== null &&
    one.west <= other.east &&
    one.east >= other.west &&
    one.south <= other.north &&
    one.north >= other.south
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
