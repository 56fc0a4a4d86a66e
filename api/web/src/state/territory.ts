/** The tree of units of one day. Pure. Nothing here takes a level from a depth or the reverse. */

import type { Level, Unit } from '../api/types';

/** From the widest to the narrowest, as the API names them. */
export const LEVELS: readonly Level[] = ['country', 'city', 'district', 'commune', 'neighbourhood'];

export class Territory {
  readonly #byCode: ReadonlyMap<string, Unit>;
  readonly #children: ReadonlyMap<string, readonly Unit[]>;

  constructor(readonly units: readonly Unit[]) {
    this.#byCode = new Map(units.map((unit) => [unit.code, unit]));
    const children = new Map<string, Unit[]>();
    for (const unit of units) {
      if (unit.upperUnit !== null) {
        const siblings = children.get(unit.upperUnit);
        if (siblings) {
          siblings.push(unit);
        } else {
          children.set(unit.upperUnit, [unit]);
        }
      }
    }
    this.#children = children;
  }

  find(code: string | null | undefined): Unit | null {
    return code ? (this.#byCode.get(code) ?? null) : null;
  }

  children(code: string): readonly Unit[] {
    return this.#children.get(code) ?? [];
  }

  /** The units above one, from the top down to the unit itself. */
  path(code: string): readonly Unit[] {
    const path: Unit[] = [];
    for (let unit = this.find(code); unit && path.length < LEVELS.length + 1; unit = this.find(unit.upperUnit)) {
      path.unshift(unit);
    }
    return path;
  }

  /** Whether a unit is another one or lies below it. */
  isWithin(code: string, scope: string): boolean {
    return this.path(code).some((unit) => unit.code === scope);
  }

  /** The units of a level at or below a unit. */
  within(scope: string, level: string): readonly Unit[] {
    return this.units.filter((unit) => unit.level === level && this.isWithin(unit.code, scope));
  }

  /** The levels that occur below a unit, widest first; its own where nothing is below. */
  levelsBelow(scope: string): readonly Level[] {
    const found = new Set<Level>();
    const visit = (code: string): void => {
      for (const child of this.children(code)) {
        found.add(child.level);
        visit(child.code);
      }
    };
    visit(scope);
    if (found.size === 0) {
      found.add(this.find(scope)?.level ?? 'commune');
    }
    return [...found].sort((a, b) => LEVELS.indexOf(a) - LEVELS.indexOf(b));
  }
}

/**
 * A day that stands for all days with the boundaries of `date`: the change before it, or the eve of the first change.
 * One day for a whole era keeps the answers in every cache on the way.
 */
export function boundaryDate(changeDates: readonly string[], date: string): string {
  const sorted = [...changeDates].sort();
  const first = sorted[0];
  if (first === undefined) {
    return date;
  }
  return sorted.filter((change) => change <= date).at(-1) ?? dayBefore(first);
}

export function dayBefore(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
