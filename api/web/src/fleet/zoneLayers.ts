/** The zones of the sea on the map, below the boats: areas, their lines and their names. */

import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { FilterSpecification, GeoJSONSource, LayerSpecification, Map as LibreMap } from 'maplibre-gl';
import type { FishingZones } from '../api/fishingZones';
import { nameOf } from '../i18n/text';
import { FONT, SHORE } from '../map/layers';
import { paletteOf } from '../map/palette';
import type { Theme } from '../scale/ramps';
import { DRAWN_ZONES, zoneColor, zoneDash, zoneWidth } from './zoneSigns';

const SOURCE = 'fishing-zones';
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

export class ZoneLayers {
  constructor(readonly theme: Theme) {}

  add(map: LibreMap): void {
    map.addSource(SOURCE, { type: 'geojson', data: EMPTY });
    for (const layer of this.#layers()) {
      // Below the land: a zone is of the sea, however far its shape reaches.
      map.addLayer(layer, layer.type === 'symbol' ? undefined : SHORE);
    }
  }

  remove(map: LibreMap): void {
    for (const { id } of this.#layers()) {
      map.removeLayer(id);
    }
    map.removeSource(SOURCE);
  }

  /** Draws those that hold today; a closed season that is over is no zone. */
  show(map: LibreMap | null, zones: FishingZones | null): void {
    const features = (zones?.features ?? [])
      .filter(({ properties }) => properties.isInForce)
      .flatMap((zone): Feature[] => [
        { ...zone, properties: { kind: zone.properties.kind } },
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: middleOf(zone.geometry) },
          properties: { kind: zone.properties.kind, name: nameOf(zone.properties) },
        },
      ]);
    map?.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  }

  #layers(): readonly LayerSpecification[] {
    const { halo } = paletteOf(this.theme);
    return DRAWN_ZONES.flatMap((kind): LayerSpecification[] => {
      const color = zoneColor(kind, this.theme);
      const dash = zoneDash(kind);
      const filter: FilterSpecification = ['==', ['get', 'kind'], kind];
      const of = { source: SOURCE, filter };
      return [
        {
          ...of,
          id: `zone-${kind}`,
          type: 'fill',
          paint: { 'fill-color': color, 'fill-opacity': kind === 'closed' ? 0.16 : 0.07 },
        },
        {
          ...of,
          id: `zone-${kind}-line`,
          type: 'line',
          paint: {
            'line-color': color,
            'line-width': zoneWidth(kind),
            'line-opacity': 0.85,
            ...(dash ? { 'line-dasharray': [...dash] } : {}),
          },
        },
        ...(kind === 'port'
          ? []
          : [
              {
                ...of,
                id: `zone-${kind}-name`,
                type: 'symbol',
                filter: ['all', filter, ['==', ['geometry-type'], 'Point']],
                      layout: {
                  'text-font': [FONT],
                  'text-field': ['get', 'name'],
                  'text-size': 11,
                  'text-max-width': 12,
                },
                paint: { 'text-color': color, 'text-halo-color': halo, 'text-halo-width': 1.4 },
              } satisfies LayerSpecification,
            ]),
      ];
    });
  }
}

/** The middle of the corners of a zone's largest ring: its name is written once, where tiles would each write it. */
function middleOf({ type, coordinates }: Polygon | MultiPolygon): Position {
  const rings = type === 'Polygon' ? coordinates.slice(0, 1) : coordinates.flatMap((polygon) => polygon.slice(0, 1));
  const ring = [...rings].sort((a, b) => b.length - a.length)[0]?.slice(1) ?? [];
  const mean = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / ring.length;
  return [mean(0), mean(1)];
}
