/**
 * What is on the map, for scripts beside the page: a kiosk, a test, someone's own bookmarklet. Read only.
 * `twin.classOf('303')` is the class in the legend, `twin.colorOf('303')` its colour, `twin.pointOf('303')` where the
 * unit's centre is on the screen.
 */

import { signal } from '@preact/signals';
import { scale } from '../state/choropleth';
import { rollupByUnit, territory } from '../state/model';
import type { CityMap } from './cityMap';

/** The map while there is one. */
export const cityMap = signal<CityMap | null>(null);

export interface TwinHandle {
  readonly classOf: (code: string) => string | null;
  readonly colorOf: (code: string) => string | null;
  readonly pointOf: (code: string) => { readonly x: number; readonly y: number } | null;
}

declare global {
  interface Window {
    twin?: TwinHandle;
  }
}

export function publishHandle(): void {
  window.twin = Object.freeze({
    classOf: (code: string) => scale.peek()?.classIdOf(rollupByUnit.peek().get(code)) ?? null,
    colorOf: (code: string) => scale.peek()?.colorOf(rollupByUnit.peek().get(code)) ?? null,
    pointOf: (code: string) => {
      const unit = territory.peek()?.find(code);
      return unit && unit.longitude !== null && unit.latitude !== null
        ? (cityMap.peek()?.pointOf(unit.longitude, unit.latitude) ?? null)
        : null;
    },
  });
}
