/**
 * The corners of a shape as buttons over the map: pulled by pointer, moved by arrow keys, taken away by Delete. Smaller
 * ones halfway along each side make a new corner.
 */

import { Marker, type Map as LibreMap } from 'maplibre-gl';
import type { Position } from './geodesy';
import { handlesOf, middlesOf, withHandle, withHandleAfter, withoutHandle, type Shape } from './shape';

/** With more corners than this handles would hide the shape; its list of coordinates can still be edited. */
export const MAX_HANDLES = 120;
const STEP_PIXELS = 4;
const LONG_STEP_PIXELS = 24;

export interface HandleTexts {
  readonly corner: (number: number, position: Position) => string;
  readonly center: string;
  readonly edge: string;
  readonly middle: (number: number) => string;
}

export interface HandleEvents {
  /** While somebody pulls. */
  readonly onPull: (shape: Shape) => void;
  readonly onChange: (shape: Shape) => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export class Handles {
  readonly #map: LibreMap;
  readonly #texts: HandleTexts;
  readonly #events: HandleEvents;
  #markers: Marker[] = [];
  #shape: Shape | null = null;

  constructor(map: LibreMap, texts: HandleTexts, events: HandleEvents) {
    this.#map = map;
    this.#texts = texts;
    this.#events = events;
  }

  /** Puts handles on a shape; the one that has the focus keeps it. */
  show(shape: Shape | null): void {
    const focused = this.#markers.findIndex((marker) => marker.getElement() === document.activeElement);
    this.remove();
    this.#shape = shape;
    const positions = shape ? handlesOf(shape) : [];
    if (!shape || positions.length > MAX_HANDLES) {
      return;
    }
    this.#markers = [
      ...positions.map((position, i) => this.#corner(shape, position, i)),
      ...middlesOf(shape).map(({ after, at }, i) => this.#middle(shape, after, at, i)),
    ];
    if (focused >= 0) {
      this.#markers[Math.min(focused, positions.length - 1)]?.getElement().focus({ preventScroll: true });
    }
  }

  remove(): void {
    this.#markers.forEach((marker) => marker.remove());
    this.#markers = [];
  }

  #corner(shape: Shape, position: Position, index: number): Marker {
    const isCircle = shape.kind === 'circle';
    const circleText = index === 0 ? this.#texts.center : this.#texts.edge;
    const marker = this.#marker('handle', position, isCircle ? circleText : this.#texts.corner(index + 1, position));
    marker.on('drag', () => this.#events.onPull(withHandle(shape, index, placeOf(marker))));
    marker.on('dragend', () => this.#events.onChange(withHandle(shape, index, placeOf(marker))));
    marker.getElement().addEventListener('keydown', (event) => {
      const arrow = arrows[event.key];
      const next = arrow
        ? withHandle(shape, index, this.#stepped(position, arrow, event.shiftKey))
        : event.key === 'Delete' || event.key === 'Backspace'
          ? withoutHandle(shape, index)
          : null;
      if (next) {
        event.preventDefault();
        event.stopPropagation();
        this.#events.onChange(next);
      }
    });
    return marker;
  }

  #middle(shape: Shape, after: number, at: Position, index: number): Marker {
    const marker = this.#marker('handle handle-middle', at, this.#texts.middle(index + 1));
    const changed = (): Shape => withHandleAfter(shape, after, placeOf(marker));
    marker.on('drag', () => this.#events.onPull(changed()));
    marker.on('dragend', () => this.#events.onChange(changed()));
    marker.getElement().addEventListener('click', (event) => {
      event.stopPropagation();
      // A pull ends in a click as well; then the shape has changed already.
      if (this.#shape === shape) {
        this.#events.onChange(changed());
      }
    });
    return marker;
  }

  #marker(className: string, [longitude, latitude]: Position, name: string): Marker {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = className;
    element.title = name;
    element.setAttribute('aria-label', name);
    const marker = new Marker({ element, draggable: true }).setLngLat([longitude, latitude]).addTo(this.#map);
    // The library calls it a picture.
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', name);
    return marker;
  }

  #stepped([longitude, latitude]: Position, [dx, dy]: readonly [number, number], isLong: boolean): Position {
    const { x, y } = this.#map.project([longitude, latitude]);
    const step = isLong ? LONG_STEP_PIXELS : STEP_PIXELS;
    const { lng, lat } = this.#map.unproject([x + dx * step, y + dy * step]);
    return [lng, lat];
  }
}

function placeOf(marker: Marker): Position {
  const { lng, lat } = marker.getLngLat();
  return [lng, lat];
}
