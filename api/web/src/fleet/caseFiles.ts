/** Which cases are about a boat, or about any. Pure. */

import type { Case } from '../api/types';

/** Those bound to the boat, and those that name it in their title as a word of its own. */
export function casesOfBoat(cases: readonly Case[], id: string): readonly Case[] {
  return cases.filter(({ vessel, title }) => vessel === id || title.split(/[^A-Za-z0-9-]+/).includes(id));
}

/** Whether a case is about a boat. */
export function isOfBoat({ vessel }: Pick<Case, 'vessel'>): boolean {
  return vessel !== null;
}
