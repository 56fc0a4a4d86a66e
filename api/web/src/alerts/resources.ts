/** What the alert inbox asks of the API, and what the live feed changes of it. */

import { computed, type ReadonlySignal } from '@preact/signals';
import { api } from '../api/client';
import type { Alert, Case, Delivery, Webhook } from '../api/types';
import { cache, city } from '../state/model';
import type { Loaded } from '../state/resource';
import { withAlert } from './states';

const PREFIX = 'alerts|';
const CASES = 'cases|';
const WEBHOOKS = 'webhooks|';

export function alertsOf(unit: string): ReadonlySignal<Loaded<readonly Alert[]>> {
  return cache.get(`${PREFIX}${unit}`, () => api.alerts(unit));
}

export function casesOf(unit: string): ReadonlySignal<Loaded<readonly Case[]>> {
  return cache.get(`${CASES}${unit}`, () => api.cases(unit));
}

/** Puts a case as it now is into the lists that have it, and has the others ask anew. */
export function applyCase(changed: Case): void {
  const root = city.peek().value?.rootUnit;
  cache.renew((key) => key.startsWith(CASES) && key !== `${CASES}${root}`);
  if (root) {
    cache.update<readonly Case[]>(`${CASES}${root}`, (cases) => withAlert(cases, changed));
  }
}

export function renewCases(): void {
  cache.renew((key) => key.startsWith(CASES));
}

export function webhooks(): ReadonlySignal<Loaded<readonly Webhook[]>> {
  return cache.get(WEBHOOKS, api.webhooks);
}

export function deliveriesOf(id: string): ReadonlySignal<Loaded<readonly Delivery[]>> {
  return cache.get(`${WEBHOOKS}deliveries|${id}`, () => api.deliveries(id));
}

export function deadLettersOf(id: string): ReadonlySignal<Loaded<readonly Delivery[]>> {
  return cache.get(`${WEBHOOKS}deadletters|${id}`, () => api.deadLetters(id));
}

export function renewWebhooks(): void {
  cache.renew((key) => key.startsWith(WEBHOOKS));
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
  // What happens to an alert is what webhooks are told.
  cache.renew((key) => key.startsWith(WEBHOOKS) || (key.startsWith(PREFIX) && key !== `${PREFIX}${root}`));
}

/** Asks for all of it anew: something may have been missed. */
export function renewAlerts(): void {
  cache.renew((key) => key.startsWith(PREFIX));
}
