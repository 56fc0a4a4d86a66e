/**
 * Drawn shapes in the address: a letter for the kind, then whole numbers in as few characters as they need. Positions
 * are millionths of a degree (11 cm), each as the difference to the one before; a district of 60 corners takes 500
 * characters. Pure.
 */

import { MAX_POSITIONS, MAX_RADIUS_METERS, positionsOf, type Rings, type Shape } from './shape';
import type { Position } from './geodesy';

/** A server reads request lines of 8,192 bytes, and the rest of an address wants room too. */
export const MAX_CHARACTERS = 6_000;

const PER_DEGREE = 1e6;
const PER_METER = 10;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LETTERS = { polygon: 'p', circle: 'c', line: 'l', measure: 'm' } as const;

/** A shape as text that needs no escaping in an address. */
export function encodeShape(shape: Shape): string {
  const out = new Writer();
  switch (shape.kind) {
    case 'polygon':
      out.whole(shape.polygons.length);
      for (const rings of shape.polygons) {
        out.whole(rings.length);
        for (const ring of rings) {
          out.whole(ring.length);
          ring.forEach((position) => out.position(position));
        }
      }
      break;
    case 'circle':
      out.whole(Math.round(shape.radiusMeters * PER_METER));
      out.position(shape.center);
      break;
    case 'line':
      out.whole(Math.round(shape.radiusMeters * PER_METER));
      shape.path.forEach((position) => out.position(position));
      break;
    case 'measure':
      out.whole(shape.isClosed ? 1 : 0);
      shape.path.forEach((position) => out.position(position));
      break;
  }
  return LETTERS[shape.kind] + out.text;
}

/** The shape of a text; `null` for one that stands for none, whoever wrote it. */
export function decodeShape(text: string | null): Shape | null {
  if (!text || text.length > MAX_CHARACTERS) {
    return null;
  }
  const input = new Reader(text.slice(1));
  const shape = read(text[0] ?? '', input);
  return shape && input.isGood && input.isAtEnd && isPlausible(shape) ? shape : null;
}

function read(letter: string, input: Reader): Shape | null {
  switch (letter) {
    case LETTERS.polygon:
      return { kind: 'polygon', polygons: input.list(() => input.list(() => input.list(() => input.position()))) };
    case LETTERS.circle: {
      const radiusMeters = input.whole() / PER_METER;
      return { kind: 'circle', radiusMeters, center: input.position() };
    }
    case LETTERS.line: {
      const radiusMeters = input.whole() / PER_METER;
      return { kind: 'line', radiusMeters, path: input.rest() };
    }
    case LETTERS.measure: {
      const isClosed = input.whole() === 1;
      return { kind: 'measure', isClosed, path: input.rest() };
    }
    default:
      return null;
  }
}

function isPlausible(shape: Shape): boolean {
  const positions = positionsOf(shape);
  if (positions.length > MAX_POSITIONS || !positions.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
    return false;
  }
  const hasRadius = shape.kind === 'circle' || shape.kind === 'line';
  if (hasRadius && !(shape.radiusMeters > 0 && shape.radiusMeters <= MAX_RADIUS_METERS)) {
    return false;
  }
  switch (shape.kind) {
    case 'polygon':
      return shape.polygons.length > 0 && shape.polygons.every(isPolygon);
    case 'circle':
      return true;
    case 'line':
      return shape.path.length >= 2;
    case 'measure':
      return shape.path.length >= (shape.isClosed ? 3 : 2);
  }
}

function isPolygon(rings: Rings): boolean {
  return rings.length > 0 && rings.every((ring) => ring.length >= 3);
}

class Writer {
  text = '';
  #last: readonly [number, number] = [0, 0];

  position([longitude, latitude]: Position): void {
    const now = [Math.round(longitude * PER_DEGREE), Math.round(latitude * PER_DEGREE)] as const;
    this.#signed(now[0] - this.#last[0]);
    this.#signed(now[1] - this.#last[1]);
    this.#last = now;
  }

  #signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Five bits a character, the sixth saying that more follow. */
  whole(value: number): void {
    let left = value;
    do {
      const more = left >= 32 ? 32 : 0;
      this.text += ALPHABET[more + (left % 32)];
      left = Math.floor(left / 32);
    } while (left > 0);
  }
}

class Reader {
  #at = 0;
  #last: readonly [number, number] = [0, 0];
  isGood = true;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.#at === this.text.length;
  }

  whole(): number {
    let value = 0;
    for (let factor = 1; this.isGood; factor *= 32) {
      const digit = ALPHABET.indexOf(this.text[this.#at++] ?? ' ');
      value += (digit % 32) * factor;
      // The largest that is written, a difference of 360 degrees, has six digits.
      this.isGood = digit >= 0 && factor <= 32 ** 6;
      if (digit < 32) {
        break;
      }
    }
    return this.isGood ? value : 0;
  }

  position(): Position {
    this.#last = [this.#last[0] + this.#signed(), this.#last[1] + this.#signed()];
    return [this.#last[0] / PER_DEGREE, this.#last[1] / PER_DEGREE];
  }

  list<T>(item: () => T): readonly T[] {
    const items: T[] = [];
    for (let left = this.whole(); left > 0 && this.isGood; left--) {
      items.push(item());
    }
    return items;
  }

  rest(): readonly Position[] {
    const path: Position[] = [];
    while (this.isGood && !this.isAtEnd) {
      path.push(this.position());
    }
    return path;
  }

  #signed(): number {
    const value = this.whole();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }
}
