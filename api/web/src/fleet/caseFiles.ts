/** Which cases are about a boat. Pure. */

import type { Case } from '../api/types';

/** Those that name the boat in their title as a word of its own. */
export function casesOfBoat(cases: readonly Case[], id: string): readonly Case[] {
  return cases.filter(({ title }) => title.split(/[^A-Za-z0-9-]+/).includes(id));
}
