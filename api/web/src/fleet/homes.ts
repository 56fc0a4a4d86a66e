/** Where boats belong, on the boundaries that are shown or those that have the code. */

import type { Unit } from '../api/types';
import { api } from '../api/client';
import { cache, city, keys, scope, territory } from '../state/model';
import { Territory } from '../state/territory';

/** A boat's commune, and the unit above it that it is listed under. */
export interface Home {
  readonly unit: Unit;
  readonly upper: Unit | null;
}

const trees = new WeakMap<readonly Unit[], Territory>();

/** The tree of some units, made once. */
function asTree(units: readonly Unit[]): Territory {
  const known = trees.get(units) ?? new Territory(units);
  trees.set(units, known);
  return known;
}

/** The tree that a code stands in: the one shown, else the latest that has it. */
function treeOf(code: string): Territory | null {
  if (territory.value?.find(code)) {
    return territory.value;
  }
  for (const day of [...(city.value.value?.changeDates ?? [])].sort().reverse()) {
    const units = cache.get(keys.units(day), () => api.units(day)).value.value;
    if (units && asTree(units).find(code)) {
      return asTree(units);
    }
  }
  return null;
}

export function homeOf(code: string | null): Home | null {
  const tree = code === null ? null : treeOf(code);
  const unit = tree?.find(code) ?? null;
  return unit ? { unit, upper: tree?.find(unit.upperUnit) ?? null } : null;
}

/** The unit directly below the one that one is in to which a boat belongs; its own unit where that is not known. */
export function groupOf(code: string | null): Unit | null {
  const tree = code === null ? null : treeOf(code);
  const path = tree && code !== null ? tree.path(code) : [];
  const place = path.findIndex((unit) => unit.code === scope.value?.code);
  return path[place + 1] ?? path.at(-1) ?? null;
}
