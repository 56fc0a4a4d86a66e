/** What stands along the slider of periods. Pure. */

import { parsePeriod, periodEnd } from '../format/periods';

/** A year's number takes up to this share of the track on a phone. */
const MIN_YEAR_SHARE = 0.2;

/** Where each year begins; a first year of a few months has no room for its number. */
export function yearsOf(all: readonly string[]): readonly { readonly year: string; readonly index: number }[] {
  const starts = all.flatMap((item, index) => {
    const year = item.slice(0, 4);
    return year === all[index - 1]?.slice(0, 4) ? [] : [{ year, index }];
  });
  const second = starts[1]?.index ?? all.length;
  return starts.filter(({ index }) => index > 0 || second > all.length * MIN_YEAR_SHARE);
}

/** The days on which boundaries changed, halfway between the periods that they part. */
export function changesIn(
  all: readonly string[],
  changeDates: readonly string[],
): readonly { readonly day: string; readonly index: number }[] {
  const ends = all.map((item) => {
    const parsed = parsePeriod(item);
    return parsed ? periodEnd(parsed) : '';
  });
  return changeDates.flatMap((day) => {
    const after = ends.findIndex((end) => end >= day);
    return after > 0 ? [{ day, index: after - 0.5 }] : [];
  });
}

/** An index as percent of the way along the slider. */
export function positionOf(index: number, count: number): number {
  return count < 2 ? 0 : (index / (count - 1)) * 100;
}
