/** The ranking of units on one indicator, as a table writes it. Pure. */

import type { RankedFigure } from '../api/types';
import { fold } from '../search/match';

/** A place as it is written: `2=` where another unit has it too; nothing without a figure. */
export function writePlace(place: RankedFigure['place']): string {
  return place === null ? '' : `${place.rank}${place.isTied ? '=' : ''}`;
}

/** How long a bar is, 0 to 1 of the room: from zero, or from the smallest where there are values below zero. */
export function barShare(value: number | null, all: readonly (number | null)[]): number {
  const known = all.filter((other) => other !== null);
  if (value === null || known.length === 0) {
    return 0;
  }
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  return high === low ? 0 : (value - low) / (high - low);
}

/** The rows whose unit's name holds every word; the places stay those among all. */
export function filterRanking(
  rows: readonly RankedFigure[],
  find: string,
  nameOf: (code: string) => string,
): readonly RankedFigure[] {
  const words = fold(find).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = fold(`${nameOf(row.unit)} ${row.unit}`);
    return words.every((word) => text.includes(word));
  });
}
