/** The same question as an address that other programs open: OGC API Features with a filter. Pure. */

import type { Geometry } from 'geojson';
import { writeWkt } from './wkt';

/** Longer request lines are refused by servers and proxies on the way. */
const MAX_LENGTH = 7_500;

/** The units that an area meets, as GIS programs ask for them; `null` for what a filter cannot say. */
export function gisAddress(origin: string, area: Geometry, day: string): string | null {
  const wkt = writeWkt(area);
  if (!wkt) {
    return null;
  }
  const query = new URLSearchParams({ datetime: day, limit: '1000', filter: `S_INTERSECTS(geometry,${wkt})` });
  const address = `${origin}/ogc/collections/units/items?${query.toString()}`;
  return address.length <= MAX_LENGTH ? address : null;
}
