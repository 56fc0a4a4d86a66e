/** Running through the periods. */

import { computed, effect } from '@preact/signals';
import { city, indicator, level, period, periods, rollups, rollupsOf } from '../state/model';
import { go } from '../state/navigation';
import { isPlaying } from '../state/ui';

/** How long each period stays: time to see what changed, a year in ten seconds. */
const STEP_MILLISECONDS = 850;

/** Starts, from the beginning where the end was reached; or stops. */
export function togglePlayback(): void {
  if (isPlaying.value) {
    isPlaying.value = false;
    return;
  }
  const all = periods.peek();
  if (all.length > 1) {
    const atEnd = period.peek() === all.at(-1);
    go({ period: (atEnd ? all[0] : period.peek()) ?? null });
    isPlaying.value = true;
  }
}

/** Goes so many periods on or back. */
export function stepPeriod(steps: number): void {
  const all = periods.peek();
  const next = all[all.indexOf(period.peek() ?? '') + steps];
  if (next !== undefined) {
    go({ period: next });
  }
}

const next = computed((): string | null => {
  const all = periods.value;
  return all[all.indexOf(period.value ?? '') + 1] ?? null;
});

/** Keeps playback going from now on: the next period is fetched while the present one is looked at. */
export function runPlayback(): void {
  effect(() => {
    if (!isPlaying.value) {
      return undefined;
    }
    const following = next.value;
    if (following === null) {
      isPlaying.value = false;
      return undefined;
    }
    const [root, tier, what] = [city.value.value?.rootUnit, level.value, indicator.value?.code];
    if (root && tier && what) {
      rollupsOf(root, tier, what, following).peek();
    }
    // A slow answer is waited for; a refused one does not stop the rest.
    if (rollups.value.state === 'loading') {
      return undefined;
    }
    const timer = setTimeout(() => go({ period: following }, 'replace'), STEP_MILLISECONDS);
    return () => clearTimeout(timer);
  });
}
