/** The drawing in the making, the shape that is drawn, and what the city says about it. */

import { computed, effect, signal } from '@preact/signals';
import { api, type VesselsInside } from '../api/client';
import type { Area, PlaceUnits } from '../api/types';
import type { FeatureCollection, Geometry } from 'geojson';
import { cache, city, date, era, indicator, keys, period, territory } from '../state/model';
import { address, go } from '../state/navigation';
import type { Loaded } from '../state/resource';
import { boxOf } from '../map/geometry';
import { cityMap } from '../map/handle';
import { freeSpace } from '../map/insets';
import { decodeShape, encodeShape } from './encoding';
import type { Position } from './geodesy';
import { geometryOf, requestOf, type Shape } from './shape';
import { preview, type Outcome, type Sketch } from './sketch';
import { tool } from './tool';

const LOADING: Loaded<never> = { state: 'loading', value: undefined };
/** Steps that can be taken back. */
const MAX_STEPS = 100;

/** The drawing in the making, and where the pointer is. */
export const sketch = signal<Sketch | null>(null);
export const pointer = signal<Position | null>(null);

/** Whether the map hears of clicks that belong to a drawing. */
export const isLaid = signal(false);

/** The shape of the address. */
export const shape = computed((): Shape | null => decodeShape(address.value.draw));

/** The shape while somebody pulls at it; it goes into the address when let go. */
export const pulled = signal<Shape | null>(null);

/** What is on the map: the drawing in the making, else the shape. */
export const shown = computed((): Shape | null => {
  const drawing = sketch.value;
  return drawing ? preview(drawing, pointer.value) : (pulled.value ?? shape.value);
});

/** What the shape was before each change of it. */
export const before = signal<readonly string[]>([]);

/** Each tool starts a drawing of its own; laying it down throws the drawing away. */
effect(() => {
  const taken = tool.value;
  sketch.value = taken ? { tool: taken, points: [] } : null;
  pointer.value = null;
});

/** Goes on from a step of the drawing. */
export function follow(outcome: Outcome): void {
  switch (outcome.state) {
    case 'drawing':
      sketch.value = outcome.sketch;
      break;
    case 'drawn':
      tool.value = null;
      draw(outcome.shape);
      break;
    case 'placed':
      tool.value = null;
      go({ pin: { longitude: outcome.position[0], latitude: outcome.position[1] } });
      break;
  }
}

/** Shows a shape instead of the one before, which can be had again. */
export function draw(next: Shape): void {
  const { draw: last } = address.peek();
  const code = encodeShape(next);
  if (code !== last) {
    before.value = last === null ? [] : [...before.peek(), last].slice(-MAX_STEPS);
    go({ draw: code, pin: null, selected: null });
  }
  pulled.value = null;
}

/** Takes the last change of the shape back. */
export function undo(): void {
  const last = before.peek().at(-1);
  if (last !== undefined) {
    before.value = before.peek().slice(0, -1);
    go({ draw: last });
  }
}

/** Moves the map so that a shape is in sight, for whoever opens the address too. */
export function show(one: Shape): void {
  go({ camera: null }, 'replace');
  const box = boxOf({ type: 'Feature', geometry: geometryOf(one), properties: {} });
  if (box) {
    cityMap.peek()?.fit(box, freeSpace());
  }
}

/** What lies in the shape. */
export const answer = computed((): Loaded<Area> | null => {
  const { draw: code, when: instant, isByArea } = address.value;
  const [what, when, day] = [indicator.value?.code, period.value, date.value];
  const at = toSeconds(instant);
  const request = shape.value && requestOf(shape.value);
  if (!request) {
    return null;
  }
  return code && what && when && day
    ? cache.get(`area|${code}|${day}|${what}|${when}|${isByArea}|${at}`, () =>
        api.area({
          ...request,
          date: day,
          indicators: [what],
          period: when,
          ...(isByArea ? { weight: 'area' } : {}),
          ...(at === null ? {} : { datetime: at }),
        }),
      ).value
    : LOADING;
});

/** All that lies in the shape as polygons: what is around a line only the server can say. */
export const inside = computed((): Geometry | null => {
  const one = shape.value;
  if (!one || one.kind === 'measure') {
    return null;
  }
  return one.kind === 'line'
    ? (cache.get(`buffer|${address.value.draw}`, () => api.buffer(geometryOf(one), one.radiusMeters)).value.value ??
        null)
    : geometryOf(one);
});

/** Asks once more, after a refusal. */
export function askAgain(): void {
  cache.renew((key) => /^(area|boats|place|inside|buffer)\|/.test(key));
}

/** The API reads instants as RFC 3339 has them, seconds and all. */
function toSeconds(instant: string | null): string | null {
  return instant === null ? null : instant.replace('Z', ':00Z');
}

/** The boats in the shape, now or at the instant of the address. */
export const boats = computed((): Loaded<VesselsInside> | null => {
  const { draw: code, when } = address.value;
  const request = shape.value && requestOf(shape.value);
  return request && answer.value?.value?.fleet
    ? cache.get(`boats|${code}|${when}`, () =>
        api.vesselsInside(request.geometry, request.radiusMeters, toSeconds(when)),
      ).value
    : null;
});

/** The units that the place lies in, on the boundaries shown. */
export const place = computed((): Loaded<PlaceUnits> | null => {
  const { pin } = address.value;
  const day = date.value;
  return pin && day
    ? cache.get(`place|${pin.longitude},${pin.latitude}|${day}`, () =>
        api.locate([pin.longitude, pin.latitude], null, day),
      ).value
    : null;
});

/** The shapes of the smallest units on the boundaries shown: those that an answer lists. */
export const smallest = computed((): FeatureCollection | null => {
  const root = city.value.value?.rootUnit;
  const level = root ? territory.value?.levelsBelow(root).at(-1) : undefined;
  const day = era.value;
  return day && level
    ? (cache.get(keys.boundaries(day, level), () => api.boundaries(day, level)).value.value ?? null)
    : null;
});
