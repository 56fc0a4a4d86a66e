import type { Feature, Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { MAX_DRAWN, sketchOf } from './preview';

const of = (geometry: Geometry): Feature => ({ type: 'Feature', properties: {}, geometry });
const point = (x: number, y: number): Feature => of({ type: 'Point', coordinates: [x, y] });
const square = (west: number, south: number, side: number): Feature =>
  of({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  });

it('nothing makes no sketch', () => {
  expect(sketchOf([], [square(106, 20, 1)])).toBeNull();
});

it('a single point lies in the middle, north is up and east is right', () => {
  const one = sketchOf([point(106.5, 20.5)], []);
  // To the tenth of a unit, to which a sketch is rounded.
  expect(one?.points[0]?.[0]).toBeCloseTo((one?.width ?? 0) / 2, 0);
  expect(one?.points[0]?.[1]).toBeCloseTo((one?.height ?? 0) / 2, 0);
  const [west, east] = sketchOf([point(106, 20), point(107, 21)], [])?.points ?? [];
  expect(west?.[0]).toBeLessThan(east?.[0] ?? 0);
  expect(west?.[1]).toBeGreaterThan(east?.[1] ?? 0);
});

it('areas, lines and points are drawn over the ground that is in the frame', () => {
  const line = of({ type: 'LineString', coordinates: [[106.4, 20.4], [106.6, 20.6]] });
  const things = [point(106.5, 20.5), line, square(106.4, 20.4, 0.1)];
  const drawn = sketchOf(things, [square(106, 20, 1), square(110, 10, 1)]);
  expect(drawn?.areas).toHaveLength(1);
  expect(drawn?.areas[0]).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){4}Z$/);
  expect(drawn?.lines).toHaveLength(1);
  expect(drawn?.ground).toHaveLength(1);
});

it('what lies off the city is counted, as after axes in the wrong order', () => {
  const city = [square(106, 20, 1)];
  expect(sketchOf([point(106.5, 20.5), point(20.5, 106.5)], city)?.outside).toBe(1);
  expect(sketchOf([point(106.5, 20.5)], city)?.outside).toBe(0);
});

it('of very many only the first are drawn', () => {
  const many = Array.from({ length: MAX_DRAWN + 5 }, (_, i) => point(106 + i / 10_000, 20));
  expect(sketchOf(many, [])?.drawn).toBe(MAX_DRAWN);
});
