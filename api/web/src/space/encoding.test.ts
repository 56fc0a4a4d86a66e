import { describe, expect, it } from 'vitest';
import { decodeShape, encodeShape, MAX_CHARACTERS } from './encoding';
import type { Position } from './geodesy';
import { MAX_POSITIONS, type Shape } from './shape';

const ring: readonly Position[] = [
  [106.5, 20.7],
  [106.7, 20.65],
  [106.9, 20.75],
];
const hole: readonly Position[] = [
  [106.65, 20.68],
  [106.7, 20.69],
  [106.68, 20.7],
];

const shapes: readonly (readonly [string, Shape])[] = [
  ['a polygon', { kind: 'polygon', polygons: [[ring]] }],
  ['polygons with a hole', { kind: 'polygon', polygons: [[ring, hole], [hole]] }],
  ['a circle', { kind: 'circle', center: [106.68, 20.86], radiusMeters: 1234.5 }],
  ['the largest circle', { kind: 'circle', center: [-180, -90], radiusMeters: 500_000 }],
  ['the smallest circle', { kind: 'circle', center: [0, 0], radiusMeters: 0.1 }],
  [
    'a line around the earth',
    {
      kind: 'line',
      path: [
        [-180, 90],
        [180, -90],
      ],
      radiusMeters: 500,
    },
  ],
  ['an open measure', { kind: 'measure', path: ring.slice(0, 2), isClosed: false }],
  ['a closed one', { kind: 'measure', path: ring, isClosed: true }],
];

describe('a shape in the address', () => {
  it.each(shapes)('comes back as it was: %s', (_, shape) => {
    const text = encodeShape(shape);
    expect(decodeShape(text)).toEqual(shape);
    expect(encodeURIComponent(text)).toBe(text);
  });

  it('keeps a millionth of a degree', () => {
    const shape: Shape = { kind: 'circle', center: [106.68012349, 20.8600004], radiusMeters: 100.04 };
    expect(decodeShape(encodeShape(shape))).toEqual({ kind: 'circle', center: [106.680123, 20.86], radiusMeters: 100 });
  });

  it('takes eight characters or so a corner', () => {
    const path = Array.from({ length: 60 }, (_, i): Position => [
      106.6 + 0.004 * Math.cos(i),
      20.8 + 0.004 * Math.sin(i),
    ]);
    expect(encodeShape({ kind: 'polygon', polygons: [[path]] }).length).toBeLessThan(520);
  });

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no kind', 'x'],
    ['a kind alone', 'p'],
    ['a shape cut short', encodeShape({ kind: 'polygon', polygons: [[ring]] }).slice(0, -1)],
    ['more than a shape', `${encodeShape({ kind: 'circle', center: [106, 20], radiusMeters: 1 })}A`],
    ['another alphabet', 'c!!!'],
    ['numbers without end', `c${'g'.repeat(50)}`],
    ['a list that promises what is not there', 'pBB_____B'],
    ['a polygon of two corners', encodeShape({ kind: 'polygon', polygons: [[ring.slice(0, 2)]] })],
    ['a polygon of none', encodeShape({ kind: 'polygon', polygons: [] })],
    ['a line of one point', encodeShape({ kind: 'line', path: ring.slice(0, 1), radiusMeters: 5 })],
    ['a field of two points', encodeShape({ kind: 'measure', path: ring.slice(0, 2), isClosed: true })],
    ['no radius', encodeShape({ kind: 'circle', center: [106, 20], radiusMeters: 0 })],
    ['a radius beyond all', encodeShape({ kind: 'circle', center: [106, 20], radiusMeters: 500_001 })],
    ['a place off the earth', encodeShape({ kind: 'circle', center: [106, 91], radiusMeters: 5 })],
    [
      'a position too many',
      encodeShape({
        kind: 'line',
        radiusMeters: 1,
        path: Array.from({ length: MAX_POSITIONS + 1 }, (): Position => [0, 0]),
      }),
    ],
    ['a text too long', `m${'A'.repeat(MAX_CHARACTERS)}`],
  ])('is none: %s', (_, text) => {
    expect(decodeShape(text)).toBeNull();
  });
});
