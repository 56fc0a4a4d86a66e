/** A shape out of what somebody typed, pasted or uploaded: GeoJSON, well-known text, or a position a line. Pure. */

import type { Geometry, Position as JsonPosition } from 'geojson';
import { parseCoordinates } from './coordinates';
import type { Position } from './geodesy';
import { positionsOf, type Ring, type Rings, type Shape } from './shape';
import { readWkt, WktError } from './wkt';

/** What the positions of a list mean; GeoJSON and well-known text say it themselves. */
export type Kind = Shape['kind'];

/** What is read before anything is left out to fit into an address: a coast of a province has some 100,000. */
export const MAX_READ_POSITIONS = 200_000;
export const MAX_READ_CHARACTERS = 10_000_000;

export type Reason =
  'empty' | 'json' | 'geometry' | 'wkt' | 'line' | 'few' | 'many' | 'large' | 'mixed' | 'degrees' | 'meters';

/** Why there is no shape: a key of the catalogue under `read.`, and what stands in its sentence. */
export class UnreadShape extends Error {
  constructor(
    readonly reason: Reason,
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
    this.name = 'UnreadShape';
  }
}

export interface ReadOptions {
  readonly kind: Kind;
  readonly radiusMeters: number;
  /** Whether the numbers are meters of a map (east, north) and not degrees; they are given back as they are. */
  readonly isMeters: boolean;
}

/** Reads a shape; throws {@link UnreadShape}. */
export function readShape(text: string, options: ReadOptions): Shape {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') {
    throw new UnreadShape('empty');
  }
  if (trimmed.length > MAX_READ_CHARACTERS) {
    throw new UnreadShape('many', { limit: MAX_READ_POSITIONS });
  }
  const shape = checked(read(trimmed, options));
  const isOutside = ([x, y]: Position): boolean => !(Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const wrong = options.isMeters ? undefined : positionsOf(shape).find(isOutside);
  if (wrong) {
    throw new UnreadShape('degrees', { x: wrong[0], y: wrong[1] });
  }
  return shape;
}

function read(text: string, options: ReadOptions): Shape {
  if (/^[[{]/.test(text)) {
    return fromGeometry(geometryIn(parseJson(text)), options);
  }
  if (/^(SRID\s*=|[A-Z]+\s*(?:Z|M|ZM)?\s*\()/i.test(text) && /^(SRID|POINT|LINE|POLY|MULTI|GEOM)/i.test(text)) {
    try {
      return fromGeometry(readWkt(text), options);
    } catch (reason) {
      if (reason instanceof WktError) {
        throw new UnreadShape('wkt', { at: reason.at + 1 });
      }
      throw reason;
    }
  }
  return fromPath(linesIn(text, options.isMeters), options);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadShape('json');
  }
}

/** A geometry, or those of features together. */
function geometryIn(json: unknown): Geometry {
  const value = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  switch (value['type']) {
    case 'Feature':
      return geometryIn(value['geometry']);
    case 'FeatureCollection':
      return { type: 'GeometryCollection', geometries: listOf(value['features']).map(geometryIn) };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: listOf(value['geometries']).map(geometryIn) };
    case 'Point':
    case 'LineString':
    case 'Polygon':
    case 'MultiPolygon':
      if (Array.isArray(value['coordinates'])) {
        return value as unknown as Geometry;
      }
  }
  throw new UnreadShape('geometry');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fromGeometry(geometry: Geometry, options: ReadOptions): Shape {
  const parts = flatten(geometry);
  const polygons = parts.flatMap((part): Rings[] => {
    switch (part.type) {
      case 'Polygon':
        return [ringsOf(part.coordinates)];
      case 'MultiPolygon':
        return part.coordinates.map(ringsOf);
      default:
        return [];
    }
  });
  const [first] = parts;
  if (polygons.length > 0) {
    return { kind: 'polygon', polygons };
  }
  // Lines and points are drawn one at a time.
  if (parts.length === 1 && first?.type === 'LineString') {
    const path = first.coordinates.map(positionOf);
    return options.kind === 'measure'
      ? { kind: 'measure', path, isClosed: false }
      : { kind: 'line', path, radiusMeters: options.radiusMeters };
  }
  if (parts.length === 1 && first?.type === 'Point') {
    return { kind: 'circle', center: positionOf(first.coordinates), radiusMeters: options.radiusMeters };
  }
  throw new UnreadShape('geometry');
}

function flatten(geometry: Geometry): readonly Geometry[] {
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(flatten) : [geometry];
}

function ringsOf(rings: JsonPosition[][]): Rings {
  return listOf(rings).map((ring) => opened((listOf(ring) as JsonPosition[]).map(positionOf)));
}

function positionOf(position: JsonPosition): Position {
  const [x, y] = listOf(position);
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new UnreadShape('geometry');
  }
  return [x, y];
}

function linesIn(text: string, isMeters: boolean): readonly Position[] {
  const lines = text.split(/\r?\n/).map((line, i) => ({ line: line.trim(), number: i + 1 }));
  return lines
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const found = parseCoordinates(line);
      if (!found) {
        throw new UnreadShape('line', { line: number, text: line.slice(0, 60) });
      }
      if ((found.kind === 'meters') !== isMeters) {
        throw new UnreadShape(isMeters ? 'meters' : 'mixed', { line: number });
      }
      return found.kind === 'meters' ? [found.east, found.north] : found.position;
    });
}

function fromPath(path: readonly Position[], { kind, radiusMeters }: ReadOptions): Shape {
  const ring = opened(path);
  switch (kind) {
    case 'polygon':
      return { kind, polygons: [[ring]] };
    case 'circle':
      if (path.length !== 1) {
        throw new UnreadShape('few', { least: 1 });
      }
      // There is one position.
      return { kind, center: path[0] as Position, radiusMeters };
    case 'line':
      return { kind, path, radiusMeters };
    case 'measure':
      return { kind, path: ring, isClosed: ring.length < path.length };
  }
}

/** Without the first position repeated at the end. */
function opened(ring: readonly Position[]): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}

function checked(shape: Shape): Shape {
  if (positionsOf(shape).length > MAX_READ_POSITIONS) {
    throw new UnreadShape('many', { limit: MAX_READ_POSITIONS });
  }
  const runs: readonly Ring[] = shape.kind === 'polygon' ? shape.polygons.flat() : [positionsOf(shape)];
  const least = shape.kind === 'polygon' || (shape.kind === 'measure' && shape.isClosed) ? 3 : 2;
  if (shape.kind !== 'circle' && (runs.length === 0 || runs.some((run) => run.length < least))) {
    throw new UnreadShape('few', { least });
  }
  return shape;
}
