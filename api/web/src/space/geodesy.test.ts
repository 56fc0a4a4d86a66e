import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { destination, distanceMeters, inverse, pathMeters, polygonSquareMeters, type Position } from './geodesy';

interface Fixture {
  readonly lines: readonly {
    readonly name: string;
    readonly from: Position;
    readonly to: Position;
    readonly meters: number;
    readonly azimuth: number;
  }[];
  readonly ends: readonly {
    readonly name: string;
    readonly from: Position;
    readonly azimuth: number;
    readonly meters: number;
    readonly to: Position;
  }[];
  readonly areas: readonly {
    readonly name: string;
    readonly rings: readonly (readonly Position[])[];
    readonly squareMeters: number;
  }[];
}

// The server's geodesy is held against the same file, by SharedGeodesyTests.
const file = join(import.meta.dirname, '../../../../tests/fixtures/geodesy.json');
const { lines, ends, areas } = JSON.parse(readFileSync(file, 'utf8')) as Fixture;

describe('geodesy', () => {
  it.each(lines)('measures a line $name as the server does', ({ from, to, meters, azimuth }) => {
    expect(Math.abs(distanceMeters(from, to) - meters)).toBeLessThan(1e-3);
    expect(inverse(from, to).azimuth).toBeCloseTo(azimuth, 5);
  });

  it.each(ends)('ends a line $name where the server does', ({ from, azimuth, meters, to }) => {
    expect(distanceMeters(destination(from, azimuth, meters), to)).toBeLessThan(1e-3);
  });

  it.each(areas)('measures an area $name as the server does', ({ rings, squareMeters }) => {
    expect(polygonSquareMeters(rings) / squareMeters).toBeCloseTo(1, 9);
  });

  it('adds up the legs of a path, and finds nothing in what has no length or inside', () => {
    const path: readonly Position[] = [
      [106, 20.8],
      [107, 20.8],
      [106, 20.8],
    ];
    expect(pathMeters(path)).toBeCloseTo(2 * 104_108.1033, 3);
    expect(pathMeters([])).toBe(0);
    expect(pathMeters([[1, 1]])).toBe(0);
    expect(polygonSquareMeters([])).toBe(0);
    expect(polygonSquareMeters([path.slice(0, 2)])).toBe(0);
  });

  it('says that it does not know for opposite ends of the earth', () => {
    expect(distanceMeters([0, 0], [180, 0])).toBeNaN();
  });
});
