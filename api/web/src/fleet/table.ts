/**
 * The boats on the map, column by column: 100,000 of them are a few arrays, and a move changes some numbers in place.
 */

import { asContact, asSize, asZone, type Contact, type Size, type Zone } from './words';

/** What the API and the live feed send: the first of each column is of the first boat. */
export interface FleetColumns {
  readonly asOf: string;
  readonly units: readonly string[];
  readonly sizeClasses: readonly (string | null)[];
  readonly contacts: readonly string[];
  readonly zones: readonly string[];
  readonly id: readonly string[];
  readonly longitude: readonly number[];
  readonly latitude: readonly number[];
  readonly courseOverGroundDegrees: readonly (number | null)[];
  readonly speedOverGroundKnots: readonly (number | null)[];
  readonly ageSeconds: readonly number[];
  readonly homeUnit: readonly number[];
  readonly sizeClass: readonly number[];
  readonly contact: readonly number[];
  readonly isEligible: readonly number[];
  readonly isThreeNo: readonly number[];
  readonly zone: readonly number[];
  readonly violates: readonly number[];
  readonly gone: readonly string[];
}

/** One boat as the map knows it. */
export interface Boat {
  readonly id: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly course: number | null;
  readonly speed: number | null;
  /** When it was there, seconds since 1970. */
  readonly time: number;
  readonly home: string | null;
  readonly size: Size | null;
  readonly contact: Contact;
  readonly isEligible: boolean;
  readonly isThreeNo: boolean;
  /** Where it was heard last, and whether it stays there although it may not. */
  readonly zone: Zone | null;
  readonly violates: boolean;
}

const FIRST_CAPACITY = 4_096;

export class FleetTable {
  readonly #rows = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #homes: (string | null)[] = [];
  readonly #sizes: (Size | null)[] = [];
  readonly #contacts: Contact[] = [];
  readonly #zones: (Zone | null)[] = [];
  readonly #flags: number[] = [];
  #longitude = new Float64Array(FIRST_CAPACITY);
  #latitude = new Float64Array(FIRST_CAPACITY);
  /** `NaN` where a boat did not say. */
  #course = new Float32Array(FIRST_CAPACITY);
  #speed = new Float32Array(FIRST_CAPACITY);
  #time = new Float64Array(FIRST_CAPACITY);

  get size(): number {
    return this.#ids.length;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  find(id: string): Boat | null {
    const row = this.#rows.get(id);
    return row === undefined ? null : this.at(row);
  }

  at(row: number): Boat {
    const [course, speed] = [this.#course[row] ?? NaN, this.#speed[row] ?? NaN];
    const flags = this.#flags[row] ?? 0;
    return {
      id: this.#ids[row] ?? '',
      longitude: this.#longitude[row] ?? 0,
      latitude: this.#latitude[row] ?? 0,
      course: Number.isNaN(course) ? null : course,
      speed: Number.isNaN(speed) ? null : speed,
      time: this.#time[row] ?? 0,
      home: this.#homes[row] ?? null,
      size: this.#sizes[row] ?? null,
      contact: this.#contacts[row] ?? 'neverHeard',
      isEligible: (flags & 1) === 1,
      isThreeNo: (flags & 2) === 2,
      zone: this.#zones[row] ?? null,
      violates: (flags & 4) === 4,
    };
  }

  /** All boats that a test picks, in no order. */
  filter(test: (boat: Boat) => boolean): Boat[] {
    const found: Boat[] = [];
    for (let row = 0; row < this.size; row++) {
      const boat = this.at(row);
      if (test(boat)) {
        found.push(boat);
      }
    }
    return found;
  }

  /**
   * Takes boats over. What is older than what is here is left, since answers and events may overtake each other; its
   * standing with contact and papers is taken over all the same where the time is equal.
   */
  apply(columns: FleetColumns, test: (id: string, home: string | null) => boolean = () => true): void {
    const now = Date.parse(columns.asOf) / 1000;
    for (const id of columns.gone) {
      this.#remove(id);
    }
    for (let i = 0; i < columns.id.length; i++) {
      const id = columns.id[i] ?? '';
      const home = columns.units[columns.homeUnit[i] ?? -1] ?? null;
      // To the second: the age is told so, and an answer of the same report may differ by what was cut off.
      const time = Math.round(now - (columns.ageSeconds[i] ?? 0));
      const known = this.#rows.get(id);
      if (known === undefined ? test(id, home) : time >= (this.#time[known] ?? 0) - 1) {
        this.#write(known ?? this.#add(id), columns, i, home, time);
      }
    }
  }

  #write(row: number, columns: FleetColumns, i: number, home: string | null, time: number): void {
    this.#longitude[row] = columns.longitude[i] ?? 0;
    this.#latitude[row] = columns.latitude[i] ?? 0;
    this.#course[row] = columns.courseOverGroundDegrees[i] ?? NaN;
    this.#speed[row] = columns.speedOverGroundKnots[i] ?? NaN;
    this.#time[row] = time;
    this.#homes[row] = home;
    this.#sizes[row] = asSize(columns.sizeClasses[columns.sizeClass[i] ?? -1]);
    this.#contacts[row] = asContact(columns.contacts[columns.contact[i] ?? -1]) ?? 'neverHeard';
    this.#flags[row] = (columns.isEligible[i] === 1 ? 1 : 0) + (columns.isThreeNo[i] === 1 ? 2 : 0);
    this.#flags[row] += columns.violates[i] === 1 ? 4 : 0;
    this.#zones[row] = asZone(columns.zones[columns.zone[i] ?? -1]);
  }

  #add(id: string): number {
    const row = this.#ids.length;
    if (row === this.#longitude.length) {
      this.#grow();
    }
    this.#rows.set(id, row);
    this.#ids.push(id);
    return row;
  }

  /** The last row takes the place of the removed one. */
  #remove(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) {
      return;
    }
    const last = this.#ids.length - 1;
    for (const column of [this.#longitude, this.#latitude, this.#course, this.#speed, this.#time]) {
      column[row] = column[last] ?? 0;
    }
    for (const column of [this.#ids, this.#homes, this.#sizes, this.#contacts, this.#zones, this.#flags] as unknown[][]) {
      column[row] = column[last];
      column.length = last;
    }
    this.#rows.delete(id);
    if (row !== last) {
      this.#rows.set(this.#ids[row] ?? '', row);
    }
  }

  #grow(): void {
    const capacity = this.#longitude.length * 2;
    const longer = <T extends Float32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#longitude = longer(this.#longitude, new Float64Array(capacity));
    this.#latitude = longer(this.#latitude, new Float64Array(capacity));
    this.#course = longer(this.#course, new Float32Array(capacity));
    this.#speed = longer(this.#speed, new Float32Array(capacity));
    this.#time = longer(this.#time, new Float64Array(capacity));
  }
}
