/** Answers of the API as signals, fetched once and kept while they are used. */

import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { asProblem, type Problem } from '../api/problem';

/** An answer that is on its way, here, or refused. While it is fetched again the last one stays. */
export type Loaded<T> =
  | { readonly state: 'loading'; readonly value: T | undefined }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly value: T | undefined; readonly problem: Problem };

/** The most answers kept: three years of months at three levels, and room for the cards. The oldest goes first. */
export const MAX_KEPT = 256;

interface Entry {
  readonly cell: Signal<Loaded<unknown>>;
  readonly load: () => Promise<unknown>;
  /** Counts fetches, so that a late answer never replaces a newer one. */
  turn: number;
  /** How many parts of the page show it. */
  watchers: number;
}

export class ResourceCache {
  readonly #entries = new Map<string, Entry>();

  /** The answer under a key. The first call starts the fetch. */
  get<T>(key: string, load: () => Promise<T>): ReadonlySignal<Loaded<T>> {
    let entry = this.#entries.get(key);
    if (entry) {
      // Moved to the end, so that the map's order is the order of last use.
      this.#entries.delete(key);
    } else {
      entry = newEntry(load);
      void this.#fetch(entry);
    }
    this.#entries.set(key, entry);
    this.#trim();
    return entry.cell as ReadonlySignal<Loaded<T>>;
  }

  /** The answer under a key if it is here, without fetching. */
  peek<T>(key: string): T | undefined {
    return this.#entries.get(key)?.cell.peek().value as T | undefined;
  }

  /** Changes an answer that is here; nothing happens to one that is not. */
  update<T>(key: string, change: (value: T) => T): void {
    const cell = this.#entries.get(key)?.cell;
    const loaded = cell?.peek();
    if (cell && loaded && loaded.value !== undefined) {
      const value = change(loaded.value as T);
      if (value !== loaded.value) {
        cell.value = { ...loaded, value };
      }
    }
  }

  /**
   * Makes sure that what the test picks is new: answers on the screen are fetched again and stay until the new ones are
   * here; the others are dropped and fetched when someone asks for them.
   */
  renew(test: (key: string) => boolean): void {
    for (const [key, entry] of [...this.#entries]) {
      if (test(key)) {
        if (entry.watchers > 0) {
          void this.#fetch(entry);
        } else {
          this.#entries.delete(key);
        }
      }
    }
  }

  /** Tries again whatever was refused. */
  retryFailed(): void {
    for (const entry of this.#entries.values()) {
      if (entry.cell.peek().state === 'failed') {
        void this.#fetch(entry);
      }
    }
  }

  async #fetch(entry: Entry): Promise<void> {
    const turn = ++entry.turn;
    let next: Loaded<unknown>;
    try {
      next = { state: 'ready', value: await entry.load() };
    } catch (reason) {
      next = { state: 'failed', value: entry.cell.peek().value, problem: asProblem(reason) };
    }
    if (turn === entry.turn) {
      entry.cell.value = next;
    }
  }

  #trim(): void {
    while (this.#entries.size > MAX_KEPT) {
      const oldest = this.#entries.keys().next().value;
      if (oldest === undefined) {
        return;
      }
      this.#entries.delete(oldest);
    }
  }
}

function newEntry(load: () => Promise<unknown>): Entry {
  const start: Loaded<unknown> = { state: 'loading', value: undefined };
  const entry: Entry = {
    cell: signal(start, { watched: () => void entry.watchers++, unwatched: () => void entry.watchers-- }),
    load,
    turn: 0,
    watchers: 0,
  };
  return entry;
}
