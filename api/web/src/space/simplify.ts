/** Fewer positions for a shape that is too long for an address. Pure. */

import { encodeShape, MAX_CHARACTERS } from './encoding';
import { MAX_POSITIONS, positionsOf, type Ring, type Shape } from './shape';
import type { Position } from './geodesy';

const METERS_PER_DEGREE = 111_320;
/** The first tolerance tried, then twice as much until the shape fits: below what anybody draws. */
const FIRST_METERS = 0.5;
const BISECTIONS = 5;

export interface Fitted {
  readonly shape: Shape;
  /** How far a position that was left out may lie from the line that is drawn; 0 where all were kept. */
  readonly toleranceMeters: number;
  readonly positionsBefore: number;
}

/** The shape, with as many positions left out as it takes to fit into an address and into a request. */
export function fitShape(shape: Shape): Fitted {
  const positionsBefore = positionsOf(shape).length;
  const fits = (one: Shape): boolean =>
    positionsOf(one).length <= MAX_POSITIONS && encodeShape(one).length <= MAX_CHARACTERS;
  if (fits(shape)) {
    return { shape, toleranceMeters: 0, positionsBefore };
  }
  let toleranceMeters = FIRST_METERS;
  let fitted = simplify(shape, toleranceMeters);
  while (!fits(fitted) && toleranceMeters < METERS_PER_DEGREE) {
    toleranceMeters *= 2;
    fitted = simplify(shape, toleranceMeters);
  }
  // Between the last that was too little and the first that did lies one that keeps more.
  let tooLittle = toleranceMeters / 2;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (tooLittle + toleranceMeters) / 2;
    const better = simplify(shape, middle);
    if (fits(better)) {
      [fitted, toleranceMeters] = [better, middle];
    } else {
      tooLittle = middle;
    }
  }
  return { shape: fitted, toleranceMeters: Math.ceil(toleranceMeters), positionsBefore };
}

function simplify(shape: Shape, meters: number): Shape {
  switch (shape.kind) {
    case 'polygon':
      return {
        ...shape,
        polygons: shape.polygons
          .map((rings) => rings.map((ring) => simplifyRing(ring, meters)))
          // What is smaller than the tolerance goes: an outer ring with all in it, or a hole alone.
          .filter((rings) => (rings[0]?.length ?? 0) >= 3)
          .map((rings) => rings.filter((ring) => ring.length >= 3)),
      };
    case 'circle':
      return shape;
    default:
      return { ...shape, path: simplifyPath(shape.path, meters) };
  }
}

/** A ring is parted at its first position and the one farthest from it; both stay. */
function simplifyRing(ring: Ring, meters: number): Ring {
  const first = ring[0];
  if (!first || ring.length <= 3) {
    return ring;
  }
  const distances = ring.map((position) => planar(first, position));
  const far = distances.indexOf(Math.max(...distances));
  const there = simplifyPath(ring.slice(0, far + 1), meters);
  const back = simplifyPath([...ring.slice(far), first], meters);
  return [...there, ...back.slice(1, -1)];
}

/** Douglas and Peucker (1973), with a stack of our own: a coast has more positions than a call stack has room. */
export function simplifyPath(path: readonly Position[], meters: number): readonly Position[] {
  const keeps = new Uint8Array(path.length);
  keeps[0] = 1;
  keeps[path.length - 1] = 1;
  const parts: [number, number][] = [[0, path.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    let [farthest, distance] = [-1, meters];
    for (let i = from + 1; i < to; i++) {
      // Each index lies in the path.
      const here = fromSide(path[i] as Position, path[from] as Position, path[to] as Position);
      if (here > distance) {
        [farthest, distance] = [i, here];
      }
    }
    if (farthest > 0) {
      keeps[farthest] = 1;
      parts.push([from, farthest], [farthest, to]);
    }
  }
  return path.filter((_, i) => keeps[i] === 1);
}

/** How far a position is from a side, in meters on the plane that touches the earth there. */
function fromSide(position: Position, from: Position, to: Position): number {
  const scale = Math.cos((position[1] * Math.PI) / 180);
  const [x, y] = [(position[0] - from[0]) * scale, position[1] - from[1]];
  const [dx, dy] = [(to[0] - from[0]) * scale, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
  return Math.hypot(x - along * dx, y - along * dy) * METERS_PER_DEGREE;
}

function planar(a: Position, b: Position): number {
  return Math.hypot((a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1]);
}
