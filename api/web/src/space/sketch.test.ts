import { describe, expect, it } from 'vitest';
import type { Position } from './geodesy';
import { addPoint, finish, preview, shapeOf, undoPoint, type Sketch, type Tool } from './sketch';

const a: Position = [106.6, 20.8];
const b: Position = [106.7, 20.8];
const c: Position = [106.7, 20.9];

const after = (tool: Tool, ...points: readonly Position[]): Sketch => ({ tool, points });

describe('drawing', () => {
  it('adds a point a click', () => {
    expect(addPoint(after('polygon', a), b)).toEqual({ state: 'drawing', sketch: after('polygon', a, b) });
  });

  it('takes the second click of a double one for the first', () => {
    expect(addPoint(after('line', a, b), b)).toEqual({ state: 'drawing', sketch: after('line', a, b) });
  });

  it('closes an area on its first corner', () => {
    expect(addPoint(after('polygon', a, b, c), a, true)).toEqual({
      state: 'drawn',
      shape: { kind: 'polygon', polygons: [[[a, b, c]]] },
    });
    expect(addPoint(after('measure', a, b, c), a, true)).toMatchObject({ shape: { kind: 'measure', isClosed: true } });
  });

  it('goes on near the first point while there is nothing to close', () => {
    expect(addPoint(after('polygon', a, b), a, true).state).toBe('drawing');
    expect(addPoint(after('line', a, b, c), a, true).state).toBe('drawing');
  });

  it('makes a circle of two clicks, its radius on the ellipsoid', () => {
    const outcome = addPoint(after('circle', a), b);
    expect(outcome).toMatchObject({ state: 'drawn', shape: { kind: 'circle', center: a } });
    expect(outcome.state === 'drawn' && 'radiusMeters' in outcome.shape && outcome.shape.radiusMeters).toBeCloseTo(
      10_410.8,
      0,
    );
    expect(addPoint(after('circle', a), a).state).toBe('drawing');
  });

  it('asks about a place with one click', () => {
    expect(addPoint(after('place'), a)).toEqual({ state: 'placed', position: a });
  });

  it.each([
    ['polygon', 2, 'drawing'],
    ['polygon', 3, 'drawn'],
    ['line', 1, 'drawing'],
    ['line', 2, 'drawn'],
    ['measure', 1, 'drawing'],
    ['measure', 2, 'drawn'],
    ['place', 0, 'drawing'],
  ] as const)('ends a %s of %i points: %s', (tool, count, state) => {
    expect(finish(after(tool, ...[a, b, c].slice(0, count))).state).toBe(state);
  });

  it('takes points back down to none', () => {
    expect(undoPoint(undoPoint(after('line', a)))).toEqual(after('line'));
  });

  it('shows ahead what the next click would make', () => {
    expect(preview(after('polygon', a), b)).toEqual({ kind: 'measure', path: [a, b], isClosed: false });
    expect(preview(after('polygon', a, b), c)).toEqual({ kind: 'polygon', polygons: [[[a, b, c]]] });
    expect(preview(after('circle', a), b)).toMatchObject({ kind: 'circle' });
    expect(preview(after('line', a), null)).toBeNull();
    expect(preview(after('place'), a)).toBeNull();
    expect(shapeOf(after('polygon', a, b))).toBeNull();
  });
});
