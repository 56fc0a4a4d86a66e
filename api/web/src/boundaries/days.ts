/** The days that are worth jumping to: the eve and the first day of each change. Pure. */

import { dayBefore } from '../state/territory';

export interface Jump {
  readonly day: string;
  /** Whether it is the first day of new boundaries, and not the last of the old ones. */
  readonly isFirst: boolean;
}

/** The latest changes first, at most so many; the first boundaries of all have no eve. */
export function jumpsOf(changeDates: readonly string[], most = 3): readonly Jump[] {
  return [...changeDates]
    .sort()
    .slice(1)
    .slice(-most)
    .flatMap((day) => [
      { day: dayBefore(day), isFirst: false },
      { day, isFirst: true },
    ]);
}

/** The stop with the boundaries of a day: the last one that is not after it, else the first. */
export function stopAt(stops: readonly Jump[], day: string): number {
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop.day <= day),
  );
}
