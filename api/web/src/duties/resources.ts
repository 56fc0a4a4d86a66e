/** What the duties view asks of the API, by month of the due day. */

import type { ReadonlySignal } from '@preact/signals';
import { api } from '../api/client';
import type { Duty, DutyCalendar, DutySummary } from '../api/types';
import { cache } from '../state/model';
import type { Loaded } from '../state/resource';

const PREFIX = 'duties|';

export function calendarOf(unit: string, month: string): ReadonlySignal<Loaded<DutyCalendar>> {
  return cache.get(`${PREFIX}calendar|${unit}|${month}`, () => api.dutyCalendar(unit, month));
}

export function dutiesOf(unit: string, month: string): ReadonlySignal<Loaded<readonly Duty[]>> {
  return cache.get(`${PREFIX}list|${unit}|${month}`, () => api.duties(unit, month));
}

export function summaryOf(unit: string, month: string, by: string): ReadonlySignal<Loaded<readonly DutySummary[]>> {
  return cache.get(`${PREFIX}summary|${unit}|${month}|${by}`, () => api.dutySummary(unit, month, by));
}

/** Asks for all of it anew: somebody decided something. */
export function renewDuties(): void {
  cache.renew((key) => key.startsWith(PREFIX));
}
