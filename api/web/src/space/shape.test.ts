import { describe, expect, it } from 'vitest';
import { distanceMeters, type Position } from './geodesy';
import { gisAddress } from './gis';
import { formatAzimuth, formatMeters, formatSquareMeters } from './measures';
import { sortRows, toFeatures, type AreaRow } from './rows';
import {
  circleRing,
  geometryOf,
  handlesOf,
  measuresOf,
  middlesOf,
  requestOf,
  withHandle,
  withHandleAfter,
  withoutHandle,
  type Shape,
} from './shape';

const square: readonly Position[] = [
  [106, 20],
  [106, 21],
  [107, 21],
  [107, 20],
];
const hole: readonly Position[] = [
  [106.4, 20.4],
  [106.6, 20.4],
  [106.6, 20.6],
  [106.4, 20.6],
];
const polygon: Shape = { kind: 'polygon', polygons: [[square, hole]] };
const line: Shape = {
  kind: 'line',
  path: [
    [106, 20],
    [107, 20],
    [107, 21],
  ],
  radiusMeters: 500,
};
const circle: Shape = { kind: 'circle', center: [106.68, 20.86], radiusMeters: 1_000 };

describe('a shape', () => {
  it('goes to the server and into files closed, and wound as RFC 7946 has it', () => {
    expect(geometryOf(polygon)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [107, 20],
          [107, 21],
          [106, 21],
          [106, 20],
          [107, 20],
        ],
        [
          [106.4, 20.6],
          [106.6, 20.6],
          [106.6, 20.4],
          [106.4, 20.4],
          [106.4, 20.6],
        ],
      ],
    });
    expect(requestOf(line)).toEqual({
      geometry: {
        type: 'LineString',
        coordinates: [
          [106, 20],
          [107, 20],
          [107, 21],
        ],
      },
      radiusMeters: 500,
    });
    expect(requestOf(circle)).toMatchObject({ geometry: { type: 'Point' }, radiusMeters: 1_000 });
    expect(requestOf({ kind: 'measure', path: line.path, isClosed: false })).toBeNull();
  });

  it('is measured with its holes', () => {
    const whole = measuresOf({ kind: 'polygon', polygons: [[square]] });
    const pierced = measuresOf(polygon);
    expect(whole.squareMeters).toBeCloseTo(11_548_376_596.2, 0);
    expect(pierced.squareMeters).toBeLessThan(whole.squareMeters ?? 0);
    expect(pierced.meters).toBeGreaterThan(whole.meters);
    expect(measuresOf(line).squareMeters).toBeNull();
    expect(measuresOf(circle).squareMeters).toBeCloseTo(Math.PI * 1e6 * 0.9996, -4);
  });

  it('has every side of a circle at the radius', () => {
    for (const corner of circleRing([106.68, 20.86], 1_000)) {
      expect(distanceMeters([106.68, 20.86], corner)).toBeCloseTo(1_000, 3);
    }
  });

  it('is pulled by one handle at a time', () => {
    expect(handlesOf(polygon)).toHaveLength(8);
    expect(withHandle(polygon, 5, [0, 0])).toMatchObject({ polygons: [[square, [hole[0], [0, 0], hole[2], hole[3]]]] });
    expect(withHandle(circle, 0, [1, 2])).toMatchObject({ center: [1, 2], radiusMeters: 1_000 });
    const wider = withHandle(circle, 1, [106.7, 20.86]);
    expect('radiusMeters' in wider && wider.radiusMeters).toBeCloseTo(2_081.3, 0);
  });

  it('loses corners down to the fewest that make one', () => {
    const triangle = withoutHandle({ kind: 'polygon', polygons: [[square]] }, 1);
    expect(triangle).toMatchObject({ polygons: [[[square[0], square[2], square[3]]]] });
    expect(triangle && withoutHandle(triangle, 0)).toBeNull();
    expect(withoutHandle(circle, 0)).toBeNull();
    expect(withoutHandle(line, 1)).toMatchObject({
      path: [
        [106, 20],
        [107, 21],
      ],
    });
  });

  it('gets new corners on its sides, the closing one too', () => {
    expect(middlesOf({ kind: 'polygon', polygons: [[square]] }).map(({ after }) => after)).toEqual([0, 1, 2, 3]);
    expect(middlesOf(line)).toEqual([
      { after: 0, at: [106.5, 20] },
      { after: 1, at: [107, 20.5] },
    ]);
    expect(middlesOf(polygon)[4]).toEqual({ after: 4, at: [106.5, 20.4] });
    expect(withHandleAfter(polygon, 7, [1, 1])).toMatchObject({ polygons: [[square, [...hole, [1, 1]]]] });
    expect(withHandleAfter(line, 0, [1, 1])).toMatchObject({
      path: [
        [106, 20],
        [1, 1],
        [107, 20],
        [107, 21],
      ],
    });
  });
});

describe('what is said about it', () => {
  it.each([
    [0.5, '0,5 m', '0.5 m'],
    [850.4, '850 m', '850 m'],
    [12_345, '12,35 km', '12.35 km'],
    [123_456, '123 km', '123 km'],
  ])('writes %d m', (meters, vi, en) => {
    expect(formatMeters(meters, 'vi').replace('\u00a0', ' ')).toBe(vi);
    expect(formatMeters(meters, 'en').replace('\u00a0', ' ')).toBe(en);
  });

  it.each([
    [8_500, '8.500 m²'],
    [123_456, '12,35 ha'],
    [3_210_000, '3,21 km²'],
    [1_373_400_000, '1.373 km²'],
  ])('writes %d m²', (squareMeters, text) => {
    expect(formatSquareMeters(squareMeters, 'vi').replace('\u00a0', ' ')).toBe(text);
  });

  it.each([
    [-0.4, '0°'],
    [359.9, '0°'],
    [-90, '270°'],
    [45.4, '45°'],
  ])('writes a direction of %d°', (degrees, text) => {
    expect(formatAzimuth(degrees, 'en')).toBe(text);
  });

  it('asks other programs the same', () => {
    const address = gisAddress('http://twin', geometryOf({ kind: 'polygon', polygons: [[hole]] }), '2025-07-01');
    const query = new URL(address ?? '').searchParams;
    expect(query.get('datetime')).toBe('2025-07-01');
    expect(query.get('filter')).toBe(
      'S_INTERSECTS(geometry,POLYGON((106.4 20.4,106.6 20.4,106.6 20.6,106.4 20.6,106.4 20.4)))',
    );
    expect(gisAddress('http://twin', geometryOf(circle), '2025-07-01')).toContain('POLYGON');
    expect(gisAddress('http://twin', geometryOf(line), '2025-07-01')).toBeNull();
    const long = Array.from({ length: 900 }, (_, i): Position => [106 + i / 1000, 20 + (i % 7) / 100]);
    expect(gisAddress('http://twin', geometryOf({ kind: 'polygon', polygons: [[long]] }), '2025-07-01')).toBeNull();
  });

  const row = (code: string, name: string, share: number, value: number | null): AreaRow => ({
    unit: { code, nameVi: name, nameEn: name, shareOfUnit: share, areaSquareKilometers: share * 2 },
    name,
    value,
  });
  const rows = [row('1', 'Đồ Sơn', 1, 5), row('2', 'Dương Kinh', 0.5, null), row('3', 'An Dương', 0.5, 7)];

  it.each([
    ['name', false, '321'],
    ['share', true, '123'],
    ['value', true, '312'],
    ['value', false, '132'],
  ] as const)('orders units by %s', (column, isDown, order) => {
    expect(
      sortRows(rows, { column, isDown })
        .map(({ unit }) => unit.code)
        .join(''),
    ).toBe(order);
  });

  it('goes into one file with the units that have a shape', () => {
    const shapes = {
      type: 'FeatureCollection' as const,
      features: [
        {
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: [0, 0] },
          properties: { code: '1' },
        },
      ],
    };
    const file = toFeatures(line, geometryOf(circle), { population: 12 }, rows, shapes);
    expect(file.features.map(({ id }) => id)).toEqual(['area', '1']);
    expect(file.features[0]?.properties).toEqual({ kind: 'line', radiusMeters: 500, population: 12 });
    expect(file.features[1]?.properties).toMatchObject({ code: '1', shareOfUnit: 1, value: 5 });
  });
});
