/** What the alert inbox asks of the API, and what the live feed changes of it. */

import { computed, type ReadonlySignal } from '@preact/signals';
import { api } from '../api/client';
import type { Alert } from '../api/types';
import { cache, city } from '../state/model';
import type { Loaded } from '../state/resource';
import { withAlert } from './states';

const PREFIX = 'alerts|';

export function alertsOf(unit: string): ReadonlySignal<Loaded<readonly Alert[]>> {
  return cache.get(`${PREFIX}${unit}`, () => api.alerts(unit));
}

/** How many alerts of the city nobody has looked at. */
export const unseen = computed((): number => {
  const root = city.value.value?.rootUnit;
  return root ? (alertsOf(root).value.value ?? []).filter((alert) => alert.state === 'raised').length : 0;
});

/** Puts an alert as it now is into the lists that have it, and has the others ask anew. */
export function applyAlert(alert: Alert): void {
  const root = city.peek().value?.rootUnit;
  if (root) {
    cache.update<readonly Alert[]>(`${PREFIX}${root}`, (alerts) => withAlert(alerts, alert));
  }
  cache.renew((key) => key.startsWith(PREFIX) && key !== `${PREFIX}${root}`);
}

/** Asks for all of it anew: something may have been missed. */
export function renewAlerts(): void {
  cache.renew((key) => key.startsWith(PREFIX));
}
