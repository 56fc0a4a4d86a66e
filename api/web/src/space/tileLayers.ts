/** Collections as vector tiles over the map: areas, lines and points, whichever a tile holds. */

import type { LayerSpecification, Map as LibreMap } from 'maplibre-gl';
import type { Theme } from '../scale/ramps';
import { paletteOf } from '../map/palette';
import type { Tileset } from './collections';
import type { Picked } from './layers';

/** Layers lie below the names of units. */
const NAMES = 'label';
/** How far beside a point or line a click may be. */
const REACH_PIXELS = 4;
/** The units have their own card, opened by the map itself. */
const UNITS = 'units';

export interface DrawnLayer {
  readonly id: string;
  readonly color: string;
  readonly opacity: number;
  readonly tileset: Tileset;
}

export class TileLayers {
  readonly #map: LibreMap;
  readonly #rim: string;
  /** The tiles that each source was made for, by the id of the collection, from the lowest up. */
  #shown = new Map<string, string>();

  constructor(map: LibreMap, theme: Theme) {
    this.#map = map;
    this.#rim = paletteOf(theme).halo;
  }

  /** Shows these layers and no others, the first lowest. */
  show(layers: readonly DrawnLayer[]): void {
    const wanted = new Map(layers.map(({ id, tileset }) => [id, tileset.tiles.join()]));
    for (const [id, tiles] of [...this.#shown]) {
      if (wanted.get(id) !== tiles) {
        this.#take(id);
      }
    }
    for (const layer of layers) {
      if (!this.#shown.has(layer.id)) {
        this.#put(layer);
      }
      this.#paint(layer);
      // Each in turn goes on top of those before it.
      partsOf(layer.id).forEach((part) => this.#map.moveLayer(part, this.#above()));
    }
    this.#shown = wanted;
  }

  /** Asks for the tiles of a collection anew, if it is shown; what is drawn stays until they are here. */
  refresh(id: string): void {
    if (this.#shown.has(id)) {
      this.#map.refreshTiles(sourceOf(id));
    }
  }

  /** The uppermost feature at a point of the screen, of those that have a card of their own. */
  at({ x, y }: { readonly x: number; readonly y: number }): Picked | null {
    const layers = [...this.#shown.keys()].filter((id) => id !== UNITS).flatMap(partsOf);
    const [found] =
      layers.length === 0
        ? []
        : this.#map.queryRenderedFeatures(
            [
              [x - REACH_PIXELS, y - REACH_PIXELS],
              [x + REACH_PIXELS, y + REACH_PIXELS],
            ],
            { layers },
          );
    const id: unknown = found?.properties['id'] ?? found?.id;
    return found && (typeof id === 'string' || typeof id === 'number')
      ? { collection: found.source.slice(PREFIX.length), id: String(id) }
      : null;
  }

  remove(): void {
    [...this.#shown.keys()].forEach((id) => this.#take(id));
    this.#shown.clear();
  }

  #put(layer: DrawnLayer): void {
    const { tiles, minzoom, maxzoom, bounds } = layer.tileset;
    this.#map.addSource(sourceOf(layer.id), {
      type: 'vector',
      tiles: [...tiles],
      minzoom,
      maxzoom,
      ...(bounds?.length === 4 ? { bounds: [...bounds] as [number, number, number, number] } : {}),
    });
    layersOf(layer, this.#rim).forEach((one) => this.#map.addLayer(one, this.#above()));
  }

  #take(id: string): void {
    partsOf(id).forEach((part) => this.#map.removeLayer(part));
    this.#map.removeSource(sourceOf(id));
  }

  #paint({ id, opacity }: DrawnLayer): void {
    const [fill, line, point] = partsOf(id) as [string, string, string];
    const share = opacity / 100;
    this.#map.setPaintProperty(fill, 'fill-opacity', id === UNITS ? 0 : FILL_OPACITY * share);
    this.#map.setPaintProperty(line, 'line-opacity', share);
    this.#map.setPaintProperty(point, 'circle-opacity', share);
    this.#map.setPaintProperty(point, 'circle-stroke-opacity', share);
  }

  #above(): string | undefined {
    return this.#map.getLayer(NAMES) ? NAMES : undefined;
  }
}

const PREFIX = 'tiles-';
const FILL_OPACITY = 0.25;

function sourceOf(id: string): string {
  return PREFIX + id;
}

function partsOf(id: string): readonly string[] {
  return ['fill', 'line', 'point'].map((part) => `${PREFIX}${id}-${part}`);
}

function layersOf({ id, color, tileset }: DrawnLayer, rim: string): readonly LayerSpecification[] {
  const common = { source: sourceOf(id), 'source-layer': tileset.vector_layers[0]?.id ?? id } as const;
  const [fill, line, point] = partsOf(id) as [string, string, string];
  return [
    {
      ...common,
      id: fill,
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': color },
    },
    {
      ...common,
      id: line,
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': color,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 14, id === UNITS ? 2 : 3],
      },
    },
    {
      ...common,
      id: point,
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-color': color,
        // Where many are drawn as one, the tile says how many.
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          ['+', 3, ['ln', ['max', 1, ['to-number', ['get', 'count'], 1]]]],
          14,
          ['+', 6, ['*', 2, ['ln', ['max', 1, ['to-number', ['get', 'count'], 1]]]]],
        ],
        'circle-stroke-color': rim,
        'circle-stroke-width': 1.2,
      },
    },
  ];
}
