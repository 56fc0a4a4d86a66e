/** Well-known text (OGC 06-103r4 §7): what is read of it, and polygons written for filters. Pure. */

import type { Geometry, Position as JsonPosition } from 'geojson';

/** Why a text could not be read, and where in it. */
export class WktError extends Error {
  constructor(readonly at: number) {
    super(`Not well-known text at character ${at + 1}.`);
    this.name = 'WktError';
  }
}

/** Nested lists of a MULTIPOLYGON are three deep; nothing that is read goes deeper than this. */
const MAX_DEPTH = 8;

/** Reads a point, line or polygon, one or several, with or without `SRID=…;`. Heights are left out. */
export function readWkt(text: string): Geometry {
  return new Parser(text).read();
}

class Parser {
  #at = 0;

  constructor(readonly text: string) {}

  read(): Geometry {
    this.#take(/SRID\s*=\s*\d+\s*;/iy);
    const geometry = this.#geometry(0);
    this.#space();
    if (this.#at !== this.text.length) {
      throw new WktError(this.#at);
    }
    return geometry;
  }

  #geometry(depth: number): Geometry {
    const start = this.#at;
    const word = this.#take(/[A-Z]+/iy)?.toUpperCase();
    this.#take(/(?:ZM|Z|M)(?![A-Z])/iy);
    switch (word) {
      case 'POINT':
        return { type: 'Point', coordinates: this.#inParentheses(() => this.#position()) };
      case 'LINESTRING':
        return { type: 'LineString', coordinates: this.#list(() => this.#position()) };
      case 'POLYGON':
        return { type: 'Polygon', coordinates: this.#rings() };
      case 'MULTIPOLYGON':
        return { type: 'MultiPolygon', coordinates: this.#list(() => this.#rings()) };
      case 'GEOMETRYCOLLECTION':
        if (depth < MAX_DEPTH) {
          return { type: 'GeometryCollection', geometries: this.#list(() => this.#geometry(depth + 1)) };
        }
    }
    throw new WktError(start);
  }

  #rings(): JsonPosition[][] {
    return this.#list(() => this.#list(() => this.#position()));
  }

  #list<T>(item: () => T): T[] {
    return this.#inParentheses(() => {
      const items = [item()];
      while (this.#take(/,/y)) {
        items.push(item());
      }
      return items;
    });
  }

  #inParentheses<T>(inside: () => T): T {
    this.#expect(/\(/y);
    const value = inside();
    this.#expect(/\)/y);
    return value;
  }

  #position(): JsonPosition {
    const [x, y] = [this.#number(), this.#number()];
    while (this.#take(NUMBER)) {
      // Heights and measures.
    }
    return [x, y];
  }

  #number(): number {
    return Number(this.#expect(NUMBER));
  }

  #expect(pattern: RegExp): string {
    const found = this.#take(pattern);
    if (found === null) {
      throw new WktError(this.#at);
    }
    return found;
  }

  /** Takes what stands here, after spaces; the pattern is sticky. */
  #take(pattern: RegExp): string | null {
    this.#space();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  #space(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) {
      this.#at++;
    }
  }
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy;
const DECIMALS = 6;

/** A polygon, or several, as filters of other programs take it; `null` for anything else. */
export function writeWkt(geometry: Geometry): string | null {
  const position = ([x = 0, y = 0]: JsonPosition): string =>
    `${Number(x.toFixed(DECIMALS))} ${Number(y.toFixed(DECIMALS))}`;
  const rings = (all: JsonPosition[][]): string =>
    `(${all.map((ring) => `(${ring.map(position).join(',')})`).join(',')})`;
  switch (geometry.type) {
    case 'Polygon':
      return `POLYGON${rings(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON(${geometry.coordinates.map(rings).join(',')})`;
    default:
      return null;
  }
}
