/** Asks for readings every two seconds while somebody looks. */

import { signal } from '@preact/signals';
import { api } from '../api/client';
import type { GrainReadings } from '../api/types';
import { ratesOf, type Rates } from './rates';

const PACE_MS = 2000;

export interface Watched {
  readonly latest: GrainReadings | null;
  readonly rates: Rates | null;
  /** Since when no answer came, as an instant; null while they do. */
  readonly silentSince: string | null;
}

export const watched = signal<Watched>({ latest: null, rates: null, silentSince: null });

/** Watches from now on. */
export function watchGrains(): void {
  const read = async (): Promise<void> => {
    if (document.visibilityState === 'visible') {
      await readOnce();
    }
    setTimeout(() => void read(), PACE_MS);
  };
  void read();
}

async function readOnce(): Promise<void> {
  const before = watched.value;
  try {
    const latest = await api.grains();
    const rates = before.latest ? ratesOf(before.latest, latest) : null;
    watched.value = { latest, rates: rates ?? before.rates, silentSince: null };
  } catch {
    // Whatever kept the answer away, the page says since when, and asks again.
    watched.value = { ...before, silentSince: before.silentSince ?? new Date().toISOString() };
  }
}
