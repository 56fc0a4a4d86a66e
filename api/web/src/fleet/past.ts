/** All boats over a span of time, out of columns: where each was at a moment, and how it stood then. Pure. */

import type { FleetPast } from '../api/types';
import type { Boat } from './table';
import { asContact, asSize, asZone, LOST, type Contact } from './words';

/** A line from one report to a later one says nothing of what was between them. */
const GAP_SECONDS = 6 * 3_600;
/** A boat that tells a course moves; how fast is not told. */
const SAILING_KNOTS = 5;

export class PastFleet {
  /** Seconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly #columns: FleetPast;
  /** Where the moments and the changes of each boat begin; the last is where those of all end. */
  readonly #moments: readonly number[];
  readonly #changes: readonly number[];

  constructor(columns: FleetPast) {
    this.#columns = columns;
    this.from = Math.floor(Date.parse(columns.from) / 1000);
    this.to = Math.floor(Date.parse(columns.to) / 1000);
    this.#moments = starts(columns.momentCount);
    this.#changes = starts(columns.changeCount);
  }

  /** The boats that had been heard by a moment. */
  at(time: number): readonly Boat[] {
    const boats: Boat[] = [];
    for (let i = 0; i < this.#columns.id.length; i++) {
      const boat = this.#boatAt(i, time - this.from);
      if (boat) {
        boats.push(boat);
      }
    }
    return boats;
  }

  #boatAt(i: number, seconds: number): Boat | null {
    const { atSeconds, changedAtSeconds } = this.#columns;
    const at = lastUntil(atSeconds, this.#moments[i] ?? 0, this.#moments[i + 1] ?? 0, seconds);
    if (at === null) {
      return null;
    }
    const [first, end] = [this.#changes[i] ?? 0, this.#changes[i + 1] ?? 0];
    // One that was heard first a moment ago has no state before.
    const change = lastUntil(changedAtSeconds, first, end, seconds) ?? first;
    const contact = this.#contact(change);
    const next = at + 1 < (this.#moments[i + 1] ?? 0) ? at + 1 : null;
    const isKnown = next !== null && this.#isHeardUntil(contact, change + 1 < end ? change + 1 : null, at, next);
    const [longitude, latitude] = isKnown && next !== null ? this.#between(at, next, seconds) : this.#place(at);
    const course = this.#columns.courseOverGroundDegrees[at] ?? null;
    return {
      id: this.#columns.id[i] ?? '',
      longitude,
      latitude,
      course,
      speed: course === null ? 0 : SAILING_KNOTS,
      time: this.from + (atSeconds[at] ?? 0),
      home: this.#columns.units[this.#columns.homeUnit[i] ?? -1] ?? null,
      size: asSize(this.#columns.sizeClasses[this.#columns.sizeClass[i] ?? -1]),
      contact,
      isEligible: this.#columns.isEligible[i] === 1,
      isThreeNo: this.#columns.isThreeNo[i] === 1,
      zone: asZone(this.#columns.zones[this.#columns.zone[at] ?? -1]),
      violates: this.#columns.violates[at] === 1,
    };
  }

  #contact(change: number): Contact {
    return asContact(this.#columns.contacts[this.#columns.contact[change] ?? -1]) ?? 'neverHeard';
  }

  /** Whether nothing but sailing was between two reports: else a boat is where it was last heard. */
  #isHeardUntil(contact: Contact, change: number | null, at: number, next: number): boolean {
    const { atSeconds, changedAtSeconds } = this.#columns;
    const [from, to] = [atSeconds[at] ?? 0, atSeconds[next] ?? 0];
    const changed = change !== null && (changedAtSeconds[change] ?? 0) < to ? this.#contact(change) : null;
    return to - from <= GAP_SECONDS && ![contact, changed].some((one) => one !== null && isUnknown(one));
  }

  #between(at: number, next: number, seconds: number): readonly [number, number] {
    const { atSeconds } = this.#columns;
    const [from, to] = [atSeconds[at] ?? 0, atSeconds[next] ?? 0];
    const share = to > from ? (seconds - from) / (to - from) : 0;
    const [here, there] = [this.#place(at), this.#place(next)];
    return [here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share];
  }

  #place(at: number): readonly [number, number] {
    return [this.#columns.longitude[at] ?? 0, this.#columns.latitude[at] ?? 0];
  }
}

function isUnknown(contact: Contact): boolean {
  return LOST.includes(contact) || contact === 'feedDown';
}

function starts(counts: readonly number[]): readonly number[] {
  let sum = 0;
  return [0, ...counts.map((count) => (sum += count))];
}

/** The last place from `first` to before `end` whose value is not above a limit; `null` where all are. */
function lastUntil(values: readonly number[], first: number, end: number, limit: number): number | null {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > first ? low - 1 : null;
}

const DAY = 86_400;

/**
 * The seconds between which all boats are played. A moment of the address that lies farther back takes the span along,
 * so that an address shows tomorrow what it shows today.
 */
export function spanOf(
  days: number,
  until: string | null,
  moment: number | null,
  now: number,
): { readonly from: number; readonly to: number } {
  const end = until === null ? now : Date.parse(`${until}T00:00:00+07:00`) / 1000 + DAY;
  const last = Math.min(end, now);
  const isOutside = moment !== null && (moment < last - days * DAY || moment > last);
  const to = isOutside ? Math.min(now, moment + (days * DAY) / 2) : last;
  return { from: to - days * DAY, to };
}
