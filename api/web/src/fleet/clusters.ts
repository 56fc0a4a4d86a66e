/** Boats that stand too close to be told apart, drawn as one sign with their number. Pure. */

import type { Boat } from './table';
import { LOST } from './words';

/** Boats of one cell of the grid. */
export interface Cluster {
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  readonly lost: number;
}

export interface Picture {
  readonly singles: readonly Boat[];
  readonly clusters: readonly Cluster[];
}

/** From this zoom on every boat is drawn for itself. */
export const NO_CLUSTERS_FROM = 11;
/** The width of a cell on the screen. */
const CELL_PIXELS = 60;
const TILE_PIXELS = 512;
/** So few are told apart even where they touch. */
const MIN_CLUSTER = 5;

/** Where a position is on the Web Mercator square, 0 to 1 from its north-west corner. */
export function mercator(longitude: number, latitude: number): readonly [number, number] {
  const sin = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI];
}

/** The boats of a zoom: those that crowd a cell as one sign, in the middle of where they are; the others singly. */
export function cluster(boats: readonly Boat[], zoom: number, selected: string | null): Picture {
  if (zoom >= NO_CLUSTERS_FROM) {
    return { singles: boats, clusters: [] };
  }
  const cells = new Map<number, Boat[]>();
  const across = (TILE_PIXELS * 2 ** zoom) / CELL_PIXELS;
  for (const boat of boats) {
    const [x, y] = mercator(boat.longitude, boat.latitude);
    const key = Math.floor(y * across) * 65_536 + Math.floor(x * across);
    const cell = cells.get(key);
    if (cell) {
      cell.push(boat);
    } else {
      cells.set(key, [boat]);
    }
  }
  const singles: Boat[] = [];
  const clusters: Cluster[] = [];
  for (const cell of cells.values()) {
    if (cell.length < MIN_CLUSTER) {
      singles.push(...cell);
      continue;
    }
    clusters.push(toCluster(cell));
    // The one whose card is open is seen wherever it is.
    singles.push(...cell.filter(({ id }) => id === selected));
  }
  return { singles, clusters };
}

function toCluster(cell: readonly Boat[]): Cluster {
  const sum = { longitude: 0, latitude: 0, lost: 0 };
  for (const { longitude, latitude, contact } of cell) {
    sum.longitude += longitude;
    sum.latitude += latitude;
    sum.lost += LOST.includes(contact) ? 1 : 0;
  }
  return {
    longitude: sum.longitude / cell.length,
    latitude: sum.latitude / cell.length,
    count: cell.length,
    lost: sum.lost,
  };
}
