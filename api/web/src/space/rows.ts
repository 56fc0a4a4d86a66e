/** The table of an answer: the units that a shape meets, with their share and their figure. Pure. */

import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { UnitInArea } from '../api/types';
import { compareKeys, type Sort } from '../controls/sorting';
import type { Shape } from './shape';

export type AreaColumn = 'name' | 'share' | 'area' | 'value';

export interface AreaRow {
  readonly unit: UnitInArea;
  readonly name: string;
  /** The unit's own figure, of all of it; `null` where none was reported. */
  readonly value: number | null;
}

export function sortRows(rows: readonly AreaRow[], { column, isDown }: Sort<AreaColumn>): readonly AreaRow[] {
  const keyOf: Readonly<Record<AreaColumn, (row: AreaRow) => string | number | null>> = {
    name: (row) => row.name,
    share: (row) => row.unit.shareOfUnit,
    area: (row) => row.unit.areaSquareKilometers,
    value: (row) => row.value,
  };
  const key = keyOf[column];
  return rows.toSorted((a, b) => compareKeys(key(a), key(b), isDown) || compareKeys(a.unit.code, b.unit.code, false));
}

/** The area of a shape and the units in it, for programs that read GeoJSON. */
export function toFeatures(
  shape: Shape,
  area: Geometry,
  summary: Readonly<Record<string, unknown>>,
  rows: readonly AreaRow[],
  shapes: FeatureCollection,
): FeatureCollection {
  const byCode = new Map(shapes.features.map((feature) => [String(feature.properties?.['code']), feature.geometry]));
  const drawn: Feature = {
    type: 'Feature',
    id: 'area',
    geometry: area,
    properties: {
      kind: shape.kind,
      ...('radiusMeters' in shape ? { radiusMeters: shape.radiusMeters } : {}),
      ...summary,
    },
  };
  const units = rows.flatMap(({ unit, value }): Feature[] => {
    const geometry = byCode.get(unit.code);
    return geometry ? [{ type: 'Feature', id: unit.code, geometry, properties: { ...unit, value } }] : [];
  });
  return { type: 'FeatureCollection', features: [drawn, ...units] };
}
