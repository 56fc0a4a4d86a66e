/** The shape, the drawing in the making and the place, as layers over the map. */

import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as LibreMap } from 'maplibre-gl';
import type { Pin } from '../state/address';
import type { Theme } from '../scale/ramps';
import type { Position } from './geodesy';
import { geometryOf, type Shape } from './shape';

const SHAPE = 'space-shape';
const POINTS = 'space-points';

/** Drawn in the page's accent, with a rim that parts it from whatever lies below. */
const INKS: Readonly<Record<Theme, { readonly ink: string; readonly rim: string }>> = {
  light: { ink: '#0e5a8a', rim: '#ffffff' },
  dark: { ink: '#7cc0ea', rim: '#0d1317' },
};

export interface Drawn {
  readonly shape: Shape | null;
  readonly around: Geometry | null;
  readonly isSketch: boolean;
  readonly points: readonly Position[];
  readonly pin: Pin | null;
  readonly boats: readonly Spot[];
}

/** A boat in the shape. */
export interface Spot {
  readonly position: Position;
  readonly color: string;
}

export class Drawing {
  readonly #map: LibreMap;
  readonly #layers: readonly LayerSpecification[];

  constructor(map: LibreMap, theme: Theme) {
    this.#map = map;
    this.#layers = layersIn(theme);
    for (const id of [SHAPE, POINTS]) {
      map.addSource(id, { type: 'geojson', data: collection([]) });
    }
    this.#layers.forEach((layer) => map.addLayer(layer));
  }

  /**
   * Draws a shape, dashed while it is in the making, with what is around it if it is a line. `points` are those that
   * were set.
   */
  show({ shape, around, isSketch, points, pin, boats }: Drawn): void {
    this.#set(SHAPE, [
      ...(around ? [featureOf(around, false)] : []),
      ...(shape ? [featureOf(geometryOf(shape), isSketch)] : []),
    ]);
    this.#set(POINTS, [
      ...boats.map(({ position, color }) => pointOf(position, 'boat', color)),
      ...points.map((point) => pointOf(point, 'corner')),
      ...(pin ? [pointOf([pin.longitude, pin.latitude], 'pin')] : []),
    ]);
  }

  remove(): void {
    this.#layers.forEach(({ id }) => this.#map.removeLayer(id));
    [SHAPE, POINTS].forEach((id) => this.#map.removeSource(id));
  }

  #set(source: string, features: readonly Feature[]): void {
    (this.#map.getSource(source) as GeoJSONSource | undefined)?.setData(collection(features));
  }
}

function collection(features: readonly Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features: [...features] };
}

function featureOf(geometry: Geometry, isSketch: boolean): Feature {
  return { type: 'Feature', geometry, properties: { isSketch } };
}

function pointOf(position: Position, kind: 'corner' | 'pin' | 'boat', color = ''): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties: { kind, color } };
}

function layersIn(theme: Theme): readonly LayerSpecification[] {
  const { ink, rim } = INKS[theme];
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'space-fill',
      type: 'fill',
      source: SHAPE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ink, 'fill-opacity': 0.14 },
    },
    {
      id: 'space-rim',
      type: 'line',
      source: SHAPE,
      layout: round,
      paint: { 'line-color': rim, 'line-width': 5, 'line-opacity': 0.9 },
    },
    {
      id: 'space-line',
      type: 'line',
      source: SHAPE,
      filter: ['!', ['get', 'isSketch']],
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2.5 },
    },
    {
      id: 'space-sketch',
      type: 'line',
      source: SHAPE,
      filter: ['get', 'isSketch'],
      paint: { 'line-color': ink, 'line-width': 2.5, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'space-point',
      type: 'circle',
      source: POINTS,
      paint: {
        'circle-color': ['to-color', ['get', 'color'], ink],
        'circle-radius': ['match', ['get', 'kind'], 'pin', 7, 4],
        'circle-stroke-color': rim,
        'circle-stroke-width': ['match', ['get', 'kind'], 'pin', 3, 1.5],
      },
    },
  ];
}
