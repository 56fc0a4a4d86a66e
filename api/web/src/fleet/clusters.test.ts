import { describe, expect, it } from 'vitest';
import { cluster, mercator, NO_CLUSTERS_FROM } from './clusters';
import { shapeOf } from './signs';
import type { Boat } from './table';

const boat = (id: string, longitude: number, contact: Boat['contact'] = 'inContact'): Boat => ({
  id,
  longitude,
  latitude: 20.5,
  course: 90,
  speed: 4,
  time: 0,
  home: null,
  size: null,
  contact,
  isEligible: true,
  isThreeNo: false,
  zone: 'offshore',
  violates: false,
});
const crowd = Array.from({ length: 6 }, (_, i) => boat(`C${i}`, 107 + i * 1e-4, i === 0 ? 'lost' : 'inContact'));
const alone = boat('A', 109);

describe('crowds of boats', () => {
  it('are one sign with their number, in their middle', () => {
    const { singles, clusters } = cluster([...crowd, alone], 8, null);

    expect(singles).toEqual([alone]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ count: 6, lost: 1 });
    expect(clusters[0]?.longitude).toBeCloseTo(107.00025, 5);
  });

  it('count every boat once at any zoom', () => {
    const boats = Array.from({ length: 2_000 }, (_, i) => boat(`B${i}`, 105 + ((i * 7919) % 1000) / 250));
    for (let zoom = 5; zoom < NO_CLUSTERS_FROM + 1; zoom += 0.5) {
      const { singles, clusters } = cluster(boats, zoom, null);
      expect(singles.length + clusters.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
    }
  });

  it('show the chosen boat beside them', () => {
    expect(cluster(crowd, 8, 'C3').singles.map(({ id }) => id)).toEqual(['C3']);
  });

  it('are told apart when near, and when few', () => {
    expect(cluster(crowd, NO_CLUSTERS_FROM, null).clusters).toEqual([]);
    expect(cluster(crowd.slice(0, 4), 8, null).singles).toHaveLength(4);
    expect(cluster([], 8, null)).toEqual({ singles: [], clusters: [] });
  });
});

describe('a boat on the map', () => {
  it.each([
    [0, 0, 0.5, 0.5],
    [180, 0, 1, 0.5],
    [-180, 85.0511287798, 0, 0],
  ])('at %d° %d° stands on the square', (longitude, latitude, x, y) => {
    const [px, py] = mercator(longitude, latitude);
    expect(px).toBeCloseTo(x, 9);
    expect(py).toBeCloseTo(y, 9);
  });

  it.each([
    ['moving', 'inContact', 90, 4, 'arrow'],
    ['lying still', 'inContact', 90, 0.2, 'dot'],
    ['without a course', 'inPort', null, 4, 'dot'],
    ['lost, whatever its course was', 'lost', 90, 8, 'diamond'],
    ['long lost', 'longLost', null, null, 'cross'],
    ['unknown', 'feedDown', 90, 8, 'ring'],
  ] as const)('%s has a shape of its own', (_, contact, course, speed, shape) => {
    expect(shapeOf(contact, course, speed)).toBe(shape);
  });
});
