/** Which answers a change makes old: its own figure, its unit's series and scorecard, the lists that it is in. Pure. */

import type { Figure } from '../api/types';

export class Stale {
  readonly #figures = new Set<string>();
  readonly #series = new Set<string>();
  readonly #units = new Set<string>();
  #isAll = false;

  /** A figure has changed. */
  add({ unit, indicator, period }: Pick<Figure, 'unit' | 'indicator' | 'period'>): void {
    this.#figures.add(`${indicator}|${period}`);
    this.#series.add(`${unit}|${indicator}`);
    this.#units.add(unit);
  }

  /** More has changed than is known. */
  addAll(): void {
    this.#isAll = true;
  }

  #isAbout(href: string): boolean {
    const query = new URLSearchParams(href.split('?')[1]);
    return this.#figures.has(`${query.get('indicator')}|${query.get('period')}`);
  }

  /** Whether the answer under a key of the cache may be old. What is no figure, such as a boundary, never is. */
  has(key: string): boolean {
    const [kind, first = '', second = '', third = '', fourth = ''] = key.split('|');
    switch (kind) {
      case 'rollup':
      case 'rollups':
        return this.#isAll || this.#figures.has(`${second}|${third}`);
      case 'series':
      case 'forecast':
        return this.#isAll || this.#series.has(`${first}|${second}`);
      case 'milestones':
      case 'scorecard':
        return this.#isAll || this.#units.has(first);
      case 'matrix':
        return this.#isAll || this.#units.size > 0;
      case 'quality':
        return this.#isAll || this.#units.size > 0;
      case 'area':
      case 'ranking':
        return this.#isAll || this.#figures.has(`${third}|${fourth}`);
      case 'explanation':
        // An address may hold the period and indicator anywhere, and a figure above is made from those below.
        return this.#isAll || this.#isAbout(first);
      default:
        return false;
    }
  }
}
