/** The boats, their crowds and a track on the map, and what a pointer on them means. */

import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type {
  ExpressionSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as LibreMap,
  MapMouseEvent,
} from 'maplibre-gl';
import type { FishingZones } from '../api/fishingZones';
import type { MapOverlay } from '../map/cityMap';
import { FONT } from '../map/layers';
import { paletteOf } from '../map/palette';
import type { Theme } from '../scale/ramps';
import { BoatLayer } from './boatLayer';
import { cluster, type Cluster, type Picture } from './clusters';
import { contactColor } from './signs';
import type { Boat } from './table';
import { bridges, pieces, type Track, type TrackPoint } from './track';
import { ZoneLayers } from './zoneLayers';

const CLUSTERS = 'boat-clusters';
const TRACK = 'boat-track';
const CLUSTER_LAYER = 'boat-cluster';
/** How near a pointer must be to a boat's middle, in CSS pixels. */
const REACH = 14;
/** The picture is made anew when one has come half a step nearer. */
const ZOOM_STEP = 0.5;

/** Of a crowd's sign: a thousand boats take no more room than the cell that they stand in. */
const RADIUS: ExpressionSpecification = ['min', 27, ['+', 9.5, ['*', 0.75, ['sqrt', ['get', 'count']]]]];
const radiusOf = (count: number): number => Math.min(27, 9.5 + 0.75 * Math.sqrt(count));

export interface FleetPointers {
  readonly onPick: (id: string | null) => void;
  readonly onPoint: (boat: Boat | null, x: number, y: number) => void;
}

export class FleetOverlay implements MapOverlay {
  readonly #layer: BoatLayer;
  readonly #zones: ZoneLayers;
  #map: LibreMap | null = null;
  #boats: readonly Boat[] = [];
  #picture: Picture = { singles: [], clusters: [] };
  #chosen: string | null = null;
  #ghost: Boat | null = null;
  #zoom = NaN;

  constructor(
    readonly theme: Theme,
    readonly pointers: FleetPointers,
  ) {
    const { halo, ink } = paletteOf(theme);
    this.#layer = new BoatLayer(theme, halo, ink);
    this.#zones = new ZoneLayers(theme);
  }

  add(map: LibreMap): void {
    this.#map = map;
    const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
    this.#zones.add(map);
    map.addSource(TRACK, { type: 'geojson', data: empty });
    map.addSource(CLUSTERS, { type: 'geojson', data: empty });
    for (const layer of this.#lines()) {
      map.addLayer(layer);
    }
    map.addLayer(this.#layer);
    for (const layer of this.#crowds()) {
      map.addLayer(layer);
    }
    map.on('zoom', this.#onZoom);
    this.#draw();
  }

  remove(map: LibreMap): void {
    map.off('zoom', this.#onZoom);
    for (const { id } of [...this.#lines(), ...this.#crowds(), this.#layer]) {
      map.removeLayer(id);
    }
    map.removeSource(TRACK);
    map.removeSource(CLUSTERS);
    this.#zones.remove(map);
    this.#map = null;
  }

  /** Draws these boats; `ghost` stands for the chosen one where it was at some other time. */
  show(boats: readonly Boat[], chosen: string | null, ghost: Boat | null): void {
    this.#boats = ghost ? boats.filter(({ id }) => id !== ghost.id) : boats;
    this.#chosen = chosen;
    this.#ghost = ghost;
    this.#draw();
  }

  /** Draws the zones of the sea below the boats; none of them without any. */
  showZones(zones: FishingZones | null): void {
    this.#zones.show(this.#map, zones);
  }

  showTrack(track: Track | null): void {
    const features: Feature<LineString>[] = track
      ? [
          ...pieces(track).map((piece) => lineOf(piece, 'heard')),
          ...bridges(track).map((bridge) => lineOf(bridge, 'silent')),
        ]
      : [];
    this.#source(TRACK)?.setData({ type: 'FeatureCollection', features });
  }

  onClick(event: MapMouseEvent): boolean {
    const boat = this.#boatAt(event);
    const crowd = boat ? null : this.#crowdAt(event);
    if (crowd) {
      this.#map?.easeTo({
        center: [crowd.longitude, crowd.latitude],
        zoom: Math.min((this.#map.getZoom() ?? 0) + 2, 12),
        duration: 400,
      });
    } else {
      this.pointers.onPick(boat?.id ?? null);
    }
    return true;
  }

  onMove(event: MapMouseEvent): boolean {
    const boat = this.#boatAt(event);
    const isOver = boat !== null || this.#crowdAt(event) !== null;
    if (this.#map) {
      this.#map.getCanvas().style.cursor = isOver ? 'pointer' : '';
    }
    this.pointers.onPoint(boat, event.point.x, event.point.y);
    return true;
  }

  readonly #onZoom = (): void => {
    if (Math.abs((this.#map?.getZoom() ?? 0) - this.#zoom) >= ZOOM_STEP) {
      this.#draw();
    }
  };

  #draw(): void {
    if (!this.#map) {
      return;
    }
    this.#zoom = this.#map.getZoom();
    this.#picture = cluster(this.#boats, this.#zoom, this.#chosen);
    const singles = this.#ghost ? [...this.#picture.singles, this.#ghost] : this.#picture.singles;
    this.#layer.show(singles, this.#chosen);
    const features: Feature<Point>[] = this.#picture.clusters.map(({ longitude, latitude, count, lost }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { count, lost },
    }));
    this.#source(CLUSTERS)?.setData({ type: 'FeatureCollection', features });
  }

  #boatAt({ point }: MapMouseEvent): Boat | null {
    let nearest: Boat | null = null;
    let reach = REACH;
    const boats = this.#ghost ? [...this.#picture.singles, this.#ghost] : this.#picture.singles;
    for (const boat of boats) {
      const { x, y } = this.#map?.project([boat.longitude, boat.latitude]) ?? { x: NaN, y: NaN };
      const distance = Math.hypot(x - point.x, y - point.y);
      if (distance < reach) {
        [nearest, reach] = [boat, distance];
      }
    }
    return nearest;
  }

  #crowdAt({ point }: MapMouseEvent): Cluster | null {
    const at = ({ longitude, latitude, count }: Cluster): boolean => {
      const { x, y } = this.#map?.project([longitude, latitude]) ?? { x: NaN, y: NaN };
      return Math.hypot(x - point.x, y - point.y) < radiusOf(count) + 2;
    };
    return this.#picture.clusters.find(at) ?? null;
  }

  #source(id: string): GeoJSONSource | undefined {
    return this.#map?.getSource<GeoJSONSource>(id);
  }

  #lines(): LayerSpecification[] {
    const { ink, halo } = paletteOf(this.theme);
    const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
    return [
      { id: `${TRACK}-rim`, type: 'line', source: TRACK, layout, paint: { 'line-color': halo, 'line-width': 5 } },
      {
        id: TRACK,
        type: 'line',
        source: TRACK,
        layout,
        filter: ['==', ['get', 'kind'], 'heard'],
        paint: { 'line-color': contactColor('inContact', this.theme), 'line-width': 2.5 },
      },
      {
        id: `${TRACK}-silent`,
        type: 'line',
        source: TRACK,
        filter: ['==', ['get', 'kind'], 'silent'],
        paint: { 'line-color': ink, 'line-width': 1.6, 'line-dasharray': [2, 2.5], 'line-opacity': 0.7 },
      },
    ];
  }

  #crowds(): LayerSpecification[] {
    const { ink, paper, upperBorder } = paletteOf(this.theme);
    return [
      {
        id: CLUSTER_LAYER,
        type: 'circle',
        source: CLUSTERS,
        paint: {
          'circle-color': paper,
          'circle-radius': RADIUS,
          'circle-stroke-color': [
            'case',
            ['>', ['get', 'lost'], 0],
            contactColor('lost', this.theme),
            upperBorder,
          ],
          'circle-stroke-width': ['case', ['>', ['get', 'lost'], 0], 3, 1.2],
        },
      },
      {
        id: 'boat-cluster-count',
        type: 'symbol',
        source: CLUSTERS,
        layout: {
          'text-font': [FONT],
          'text-field': ['to-string', ['get', 'count']],
          'text-size': 12,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': ink },
      },
    ];
  }
}

function lineOf(points: readonly TrackPoint[], kind: 'heard' | 'silent'): Feature<LineString> {
  const coordinates = points.map(({ longitude, latitude }) => [longitude, latitude]);
  return {
    type: 'Feature',
    // A single report is a line of no length, which the round ends make a dot.
    geometry: {
      type: 'LineString',
      coordinates: coordinates.length > 1 ? coordinates : [...coordinates, ...coordinates],
    },
    properties: { kind },
  };
}
