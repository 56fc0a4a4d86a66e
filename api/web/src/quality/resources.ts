/** What the quality view asks of the API. */

import type { ReadonlySignal } from '@preact/signals';
import { api } from '../api/client';
import type { Held, UnitQuality, UnitQualityDetail } from '../api/types';
import { cache } from '../state/model';
import type { Loaded } from '../state/resource';

const PREFIX = 'quality|';

export function qualityOf(unit: string, level: string, period: string): ReadonlySignal<Loaded<readonly UnitQuality[]>> {
  return cache.get(`${PREFIX}list|${unit}|${level}|${period}`, () => api.quality(unit, level, period));
}

export function detailOf(unit: string, period: string): ReadonlySignal<Loaded<UnitQualityDetail>> {
  return cache.get(`${PREFIX}unit|${unit}|${period}`, () => api.unitQuality(unit, period));
}

export function heldOf(unit: string): ReadonlySignal<Loaded<readonly Held[]>> {
  return cache.get(`${PREFIX}held|${unit}`, () => api.quarantine(unit));
}

/** Asks for all of it anew: somebody decided something. */
export function renewQuality(): void {
  cache.renew((key) => key.startsWith(PREFIX));
}
