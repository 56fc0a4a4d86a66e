/** A drawing in the making: what each click and key does to it. Pure. */

import { clampRadius, type Shape, DEFAULT_RADIUS_METERS } from './shape';
import { distanceMeters, type Position } from './geodesy';

/** What one draws with. A place is one click that asks what is there. */
export const TOOLS = ['polygon', 'circle', 'line', 'measure', 'place'] as const;
export type Tool = (typeof TOOLS)[number];

export interface Sketch {
  readonly tool: Tool;
  readonly points: readonly Position[];
}

/** What came of a step: the drawing goes on, or is done. */
export type Outcome =
  | { readonly state: 'drawing'; readonly sketch: Sketch }
  | { readonly state: 'drawn'; readonly shape: Shape }
  | { readonly state: 'placed'; readonly position: Position };

/** Sets a point. `isAtStart` says that it lies where the first one does, as far as the eye can tell. */
export function addPoint(sketch: Sketch, position: Position, isAtStart = false): Outcome {
  const { tool, points } = sketch;
  if (tool === 'place') {
    return { state: 'placed', position };
  }
  const [first] = points;
  if (tool === 'circle' && first) {
    const meters = distanceMeters(first, position);
    return meters > 0
      ? { state: 'drawn', shape: { kind: 'circle', center: first, radiusMeters: clampRadius(meters) } }
      : { state: 'drawing', sketch };
  }
  if (isAtStart && points.length >= 3 && (tool === 'polygon' || tool === 'measure')) {
    return { state: 'drawn', shape: closed(tool, points) };
  }
  const last = points.at(-1);
  const isRepeated = last !== undefined && last[0] === position[0] && last[1] === position[1];
  return { state: 'drawing', sketch: isRepeated ? sketch : { tool, points: [...points, position] } };
}

/** Takes the last point back. */
export function undoPoint(sketch: Sketch): Sketch {
  return { ...sketch, points: sketch.points.slice(0, -1) };
}

/** Ends the drawing with the points that are set; goes on where they are too few. */
export function finish(sketch: Sketch): Outcome {
  const shape = shapeOf(sketch);
  return shape ? { state: 'drawn', shape } : { state: 'drawing', sketch };
}

/** What the points make already; `null` while they are too few. */
export function shapeOf({ tool, points }: Sketch): Shape | null {
  const [first] = points;
  switch (tool) {
    case 'polygon':
      return points.length >= 3 ? closed(tool, points) : null;
    case 'circle':
      return first ? { kind: 'circle', center: first, radiusMeters: DEFAULT_RADIUS_METERS } : null;
    case 'line':
      return points.length >= 2 ? { kind: 'line', path: points, radiusMeters: DEFAULT_RADIUS_METERS } : null;
    case 'measure':
      return points.length >= 2 ? { kind: 'measure', path: points, isClosed: false } : null;
    case 'place':
      return null;
  }
}

/** What would be drawn if the next point were set where the pointer is: shown while one moves. */
export function preview(sketch: Sketch, pointer: Position | null): Shape | null {
  const { tool, points } = sketch;
  if (!pointer || points.length === 0 || tool === 'place') {
    return shapeOf(sketch);
  }
  const next = addPoint(sketch, pointer);
  if (next.state === 'drawn') {
    return next.shape;
  }
  const ahead = next.state === 'drawing' ? next.sketch : sketch;
  // Two points of a polygon are shown as the line that they are.
  return tool === 'polygon' && ahead.points.length === 2
    ? { kind: 'measure', path: ahead.points, isClosed: false }
    : shapeOf(ahead);
}

function closed(tool: 'polygon' | 'measure', points: readonly Position[]): Shape {
  return tool === 'polygon'
    ? { kind: 'polygon', polygons: [[points]] }
    : { kind: 'measure', path: points, isClosed: true };
}
