import { describe, expect, it } from 'vitest';
import { MAX_READ_POSITIONS, readShape, UnreadShape, type ReadOptions } from './readShape';
import type { Shape } from './shape';
import { fitShape, simplifyPath } from './simplify';
import type { Position } from './geodesy';

const asPolygon: ReadOptions = { kind: 'polygon', radiusMeters: 250, isMeters: false };
const triangle: Shape = {
  kind: 'polygon',
  polygons: [
    [
      [
        [106, 20],
        [107, 20],
        [106, 21],
      ],
    ],
  ],
};
const two: Shape = {
  kind: 'polygon',
  polygons: [
    [
      [
        [106, 20],
        [107, 20],
        [106, 21],
      ],
    ],
    [
      [
        [1, 1],
        [2, 1],
        [2, 2],
      ],
    ],
  ],
};
const line: Shape = {
  kind: 'line',
  path: [
    [106, 20],
    [107, 21],
  ],
  radiusMeters: 250,
};
const RING = '[[106,20],[107,20],[106,21],[106,20]]';

describe('reading a shape', () => {
  it.each([
    ['a list of positions', '20, 106\n20, 107\n\n21, 106\n', triangle],
    ['a list that closes', '20, 106\n20, 107\n21, 106\n20, 106', triangle],
    ['a byte order mark before it', '\uFEFF20, 106\r\n20, 107\r\n21, 106', triangle],
    ['GeoJSON', `{"type":"Polygon","coordinates":[${RING}]}`, triangle],
    ['a feature', `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[${RING}]},"properties":{}}`, triangle],
    ['heights', '{"type":"Polygon","coordinates":[[[106,20,5],[107,20,5],[106,21,5],[106,20,5]]]}', triangle],
    [
      'several features',
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[${RING}]}},
        {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[1,1],[2,1],[2,2],[1,1]]]]}}]}`,
      two,
    ],
    ['well-known text', 'POLYGON ((106 20, 107 20, 106 21, 106 20))', triangle],
    ['with its system', 'SRID=4326;POLYGON((106 20,107 20,106 21,106 20))', triangle],
    ['with heights', 'polygon z ((106 20 1, 107 20 1, 106 21 1, 106 20 1))', triangle],
    ['several', 'MULTIPOLYGON (((106 20, 107 20, 106 21, 106 20)), ((1 1, 2 1, 2 2, 1 1)))', two],
    ['a line', 'LINESTRING (106 20, 1.07e2 21.)', line],
    ['a line as GeoJSON', '{"type":"LineString","coordinates":[[106,20],[107,21]]}', line],
    ['a point', 'POINT(106 20)', { kind: 'circle', center: [106, 20], radiusMeters: 250 } as Shape],
  ])('takes %s', (_, text, expected) => {
    expect(readShape(text, asPolygon)).toEqual(expected);
  });

  it('keeps holes', () => {
    const text = 'POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))';
    expect(readShape(text, asPolygon)).toMatchObject({ polygons: [[{ length: 4 }, { length: 3 }]] });
  });

  it('takes a list as what it is asked for', () => {
    const lines = '20, 106\n20, 107\n21, 106';
    expect(readShape(lines, { ...asPolygon, kind: 'line' })).toMatchObject({ kind: 'line', radiusMeters: 250 });
    expect(readShape(lines, { ...asPolygon, kind: 'measure' })).toMatchObject({ kind: 'measure', isClosed: false });
    expect(readShape(`${lines}\n20, 106`, { ...asPolygon, kind: 'measure' })).toMatchObject({ isClosed: true });
    expect(readShape('20, 106', { ...asPolygon, kind: 'circle' })).toMatchObject({ center: [106, 20] });
  });

  it('leaves meters to whoever knows the map', () => {
    const meters = readShape('587432.1 2307674.4\n2307700 587500\n587400 2307800', { ...asPolygon, isMeters: true });
    expect(meters).toEqual({
      kind: 'polygon',
      polygons: [
        [
          [
            [587432.1, 2307674.4],
            [587500, 2307700],
            [587400, 2307800],
          ],
        ],
      ],
    });
  });

  it.each([
    ['nothing', ' \n ', {}, 'empty'],
    ['half a document', '{"type":"Polygon"', {}, 'json'],
    ['another document', '{"name":"Hồng Bàng"}', {}, 'geometry'],
    ['a list of numbers', '[1,2,3]', {}, 'geometry'],
    ['coordinates that are none', '{"type":"Polygon","coordinates":[[["a","b"]]]}', {}, 'geometry'],
    ['a ring that is none', '{"type":"Polygon","coordinates":[5]}', {}, 'few'],
    ['an empty polygon', '{"type":"Polygon","coordinates":[]}', {}, 'few'],
    ['no feature', '{"type":"FeatureCollection","features":[]}', {}, 'geometry'],
    ['text that breaks off', 'POLYGON ((106 20, 107 20', {}, 'wkt'],
    ['text with something behind', 'POINT (1 2) x', {}, 'wkt'],
    ['another geometry', 'GEOMETRYCOLLECTION (CURVE (1 2))', {}, 'wkt'],
    ['depths', `${'GEOMETRYCOLLECTION('.repeat(40)}POINT(1 2)${')'.repeat(40)}`, {}, 'wkt'],
    ['a word among positions', '20, 106\nhere\n21, 106', {}, 'line'],
    ['two corners', '20, 106\n20, 107', {}, 'few'],
    ['two middles', '20, 106\n20, 107', { kind: 'circle' }, 'few'],
    ['one point of a line', '20, 106', { kind: 'line' }, 'few'],
    ['meters for degrees', '587432.1 2307674.4', {}, 'mixed'],
    [
      'meters for degrees in GeoJSON',
      '{"type":"LineString","coordinates":[[587432,2307674],[587433,2307674]]}',
      {},
      'degrees',
    ],
    ['degrees for meters', '20, 106', { isMeters: true }, 'meters'],
  ])('refuses %s and says why', (_, text, options, reason) => {
    expect(() => readShape(text, { ...asPolygon, ...(options as Partial<ReadOptions>) })).toThrow(
      expect.objectContaining({ name: 'UnreadShape', reason }) as UnreadShape,
    );
  });

  it('refuses more positions than anybody draws', () => {
    const ring = `${'[1,2],'.repeat(MAX_READ_POSITIONS)}[3,4]`;
    expect(() => readShape(`{"type":"Polygon","coordinates":[[${ring}]]}`, asPolygon)).toThrow('many');
  });
});

describe('a shape too long for an address', () => {
  const coast = Array.from({ length: 4_000 }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / 4_000;
    const radius = 0.2 + 0.001 * Math.sin(i);
    return [106.6 + radius * Math.cos(angle), 20.8 + radius * Math.sin(angle)];
  });

  it('loses positions until it fits, and says how far it is off', () => {
    const fitted = fitShape({ kind: 'polygon', polygons: [[coast]] });
    expect(fitted.positionsBefore).toBe(4_000);
    expect(fitted.toleranceMeters).toBeGreaterThan(0);
    expect(fitted.toleranceMeters).toBeLessThan(300);
    expect(fitted.shape.kind === 'polygon' && (fitted.shape.polygons[0]?.[0]?.length ?? 0)).toBeGreaterThan(50);
  });

  it('is left alone when it fits', () => {
    expect(fitShape(triangle)).toEqual({ shape: triangle, toleranceMeters: 0, positionsBefore: 3 });
  });

  it('keeps the ends of a path and every bend above the tolerance', () => {
    const path: readonly Position[] = [
      [106, 20],
      [106.01, 20.000001],
      [106.02, 20],
      [106.02, 20.01],
    ];
    expect(simplifyPath(path, 5)).toEqual([
      [106, 20],
      [106.02, 20],
      [106.02, 20.01],
    ]);
    expect(simplifyPath(path, 0.01)).toEqual(path);
  });
});
