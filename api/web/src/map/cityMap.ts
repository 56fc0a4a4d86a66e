/** The map itself: MapLibre behind the few verbs that the page needs. */

import 'maplibre-gl/dist/maplibre-gl.css';
import type { Feature, FeatureCollection, Point } from 'geojson';
import {
  Map as LibreMap,
  prewarm,
  setWorkerUrl,
  type GeoJSONSource,
  type MapMouseEvent,
  type PaddingOptions,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Camera } from '../state/address';
import type { Theme } from '../scale/ramps';
import type { Box } from './geometry';
import { mapImages, PIXEL_RATIO } from './images';
import { Painter, type UnitPaint } from './painter';
import { paletteOf } from './palette';
import { isUnit, LABELS, OUTLINE, SELECTED_LAYERS, UNIT_FILL, UNITS, UPPERS } from './layers';
import { styleFor } from './style';

setWorkerUrl(workerUrl);
// The workers start while the first answers are on their way.
prewarm();

const MIN_ZOOM = 5;
const MAX_ZOOM = 17;
const MAX_FIT_ZOOM = 13;
const FLIGHT_MILLISECONDS = 600;

export interface MapHandlers {
  readonly onHover: (code: string | null, x: number, y: number) => void;
  readonly onSelect: (code: string | null) => void;
  readonly onDrill: (code: string) => void;
  readonly onCamera: (camera: Camera) => void;
  /** The page looks as its data says: nothing is loading, fading or moving. */
  readonly onIdle: () => void;
}

/** A name and figure written on the map. */
export interface Label {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly name: string;
  readonly value: string;
  /** The colour of the letters, and of the rim around them: that of the unit. */
  readonly ink: string;
  readonly halo: string;
  /** The picture of a sign above the name; empty for none. */
  readonly sign: string;
  /** The lower, the earlier it gets its place. */
  readonly rank: number;
}

export interface Shapes {
  readonly units: FeatureCollection;
  /** The borders of the tier above, drawn stronger. */
  readonly uppers: FeatureCollection;
  readonly outline: FeatureCollection;
}

/**
 * What a view draws over the units, and what a pointer means there: what it takes (`true`) does not reach the units.
 */
export interface MapOverlay {
  readonly add: (map: LibreMap) => void;
  readonly remove: (map: LibreMap) => void;
  readonly onClick: (event: MapMouseEvent) => boolean;
  readonly onMove: (event: MapMouseEvent) => boolean;
  /** Without it every double click is its own. */
  readonly onDoubleClick?: (event: MapMouseEvent) => boolean;
}

export class CityMap {
  readonly #overlays: MapOverlay[] = [];
  readonly #map: LibreMap;
  readonly #painter: Painter;
  #hovered: string | null = null;

  private constructor(map: LibreMap, theme: Theme, handlers: MapHandlers) {
    this.#map = map;
    this.#painter = new Painter(
      {
        setState: (id, state) => map.setFeatureState({ source: UNITS, id }, state),
        clear: () => map.removeFeatureState({ source: UNITS }),
      },
      paletteOf(theme).noData,
      () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    );
    this.#listen(handlers);
  }

  /** Makes a map in an element; resolves when it can be drawn on. */
  static async create(
    container: HTMLElement,
    theme: Theme,
    start: Box | Camera,
    padding: PaddingOptions,
    names: { readonly map: string },
    handlers: MapHandlers,
  ): Promise<CityMap> {
    const map = new LibreMap({
      container,
      style: styleFor(theme),
      locale: { 'Map.Title': names.map },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      doubleClickZoom: false,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      fadeDuration: 120,
      ...('zoom' in start
        ? { center: [start.longitude, start.latitude], zoom: start.zoom }
        : { bounds: corners(start), fitBoundsOptions: { padding, maxZoom: MAX_FIT_ZOOM } }),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    await new Promise<void>((resolve) => void map.once('style.load', () => resolve()));
    for (const { name, data } of mapImages(theme)) {
      map.addImage(name, data, { pixelRatio: PIXEL_RATIO });
    }
    return new CityMap(map, theme, handlers);
  }

  /** Replaces all shapes. Their colours have to be painted anew. */
  setShapes({ units, uppers, outline }: Shapes): void {
    this.#painter.reset();
    this.#hovered = null;
    this.#source(UNITS).setData(units);
    this.#source(UPPERS).setData(uppers);
    this.#source(OUTLINE).setData(outline);
  }

  paint(paints: ReadonlyMap<string, UnitPaint>): void {
    this.#painter.paint(paints);
  }

  setLabels(labels: readonly Label[]): void {
    const features: Feature<Point>[] = labels.map(({ longitude, latitude, ...properties }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties,
    }));
    this.#source(LABELS).setData({ type: 'FeatureCollection', features });
  }

  select(code: string | null): void {
    for (const layer of SELECTED_LAYERS) {
      this.#map.setFilter(layer, isUnit(code ?? ''));
    }
  }

  /** Outlines a unit as if the pointer were on it. */
  hover(code: string | null): void {
    if (code === this.#hovered) {
      return;
    }
    if (this.#hovered !== null) {
      this.#map.setFeatureState({ source: UNITS, id: this.#hovered }, { hovered: false });
    }
    this.#hovered = code;
    if (code !== null) {
      this.#map.setFeatureState({ source: UNITS, id: code }, { hovered: true });
    }
  }

  /** Moves so that a box fills what the panels leave free. */
  fit(box: Box, padding: PaddingOptions): void {
    this.#map.fitBounds(corners(box), { padding, maxZoom: MAX_FIT_ZOOM, duration: FLIGHT_MILLISECONDS, linear: true });
  }

  jump(camera: Camera): void {
    this.#map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: FLIGHT_MILLISECONDS / 2 });
  }

  /** Where a position is on the screen, in CSS pixels from the map's corner. */
  pointOf(longitude: number, latitude: number): { readonly x: number; readonly y: number } {
    const { x, y } = this.#map.project([longitude, latitude]);
    return { x, y };
  }

  /** Lays something over the units until the answer is called. */
  lay(overlay: MapOverlay): () => void {
    overlay.add(this.#map);
    this.#overlays.push(overlay);
    return () => {
      const place = this.#overlays.indexOf(overlay);
      if (place >= 0) {
        this.#overlays.splice(place, 1);
        overlay.remove(this.#map);
      }
    };
  }

  remove(): void {
    this.#overlays.length = 0;
    this.#painter.stop();
    this.#map.remove();
  }

  #listen(handlers: MapHandlers): void {
    const map = this.#map;
    const unitAt = (event: MapMouseEvent): string | null => {
      const code: unknown = map.queryRenderedFeatures(event.point, { layers: [UNIT_FILL] })[0]?.properties['code'];
      return typeof code === 'string' ? code : null;
    };
    map.on('mousemove', (event) => {
      if (this.#overlays.some((overlay) => overlay.onMove(event))) {
        this.hover(null);
        handlers.onHover(null, 0, 0);
        return;
      }
      const code = unitAt(event);
      map.getCanvas().style.cursor = code === null ? '' : 'pointer';
      this.hover(code);
      handlers.onHover(code, event.point.x, event.point.y);
    });
    map.getCanvas().addEventListener('mouseleave', () => {
      this.hover(null);
      handlers.onHover(null, 0, 0);
    });
    map.on('click', (event) => {
      if (!this.#overlays.some((overlay) => overlay.onClick(event))) {
        handlers.onSelect(unitAt(event));
      }
    });
    map.on('dblclick', (event) => {
      if (this.#overlays.some((overlay) => overlay.onDoubleClick?.(event) ?? true)) {
        return;
      }
      const code = unitAt(event);
      if (code !== null) {
        handlers.onDrill(code);
      }
    });
    map.on('moveend', (event) => {
      // Only what a hand did goes into the address; flights of our own follow from it.
      if ('originalEvent' in event && event.originalEvent) {
        const { lng, lat } = map.getCenter();
        handlers.onCamera({ longitude: lng, latitude: lat, zoom: map.getZoom() });
      }
    });
    map.on('idle', handlers.onIdle);
  }

  #source(id: string): GeoJSONSource {
    // Every source is declared in the style that this map was made with.
    return this.#map.getSource(id) as GeoJSONSource;
  }
}

function corners(box: Box): [[number, number], [number, number]] {
  return [
    [box.west, box.south],
    [box.east, box.north],
  ];
}
