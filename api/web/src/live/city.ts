/** What the city is has changed: units, boundaries, plans. */

import { cache } from '../state/model';

/** The units rebuild their figures on the new boundaries; what is asked for a moment later has them. */
const SETTLE_MILLISECONDS = 400;

let settle: ReturnType<typeof setTimeout> | undefined;

/** Asks for everything anew, for anything may be another; what is shown stays until the new answers are here. */
export function renewCity(): void {
  cache.renew(() => true);
}

/** Somebody changed the city: once for a burst of changes. */
export function followCity(): void {
  settle ??= setTimeout(() => {
    settle = undefined;
    renewCity();
  }, SETTLE_MILLISECONDS);
}
