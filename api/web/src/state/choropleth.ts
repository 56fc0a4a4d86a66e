/** The scale of what is on the map, worked out from the figures shown. */

import { computed, effect, signal } from '@preact/signals';
import type { Rollup, TargetOfFigure, Unit } from '../api/types';
import { buildScale, methodsFor, type Scale } from '../scale/scale';
import type { ClassMethod, Edges } from '../scale/classes';
import { compareRows } from '../compare/rows';
import { address } from './navigation';
import {
  city,
  indicator,
  level,
  period,
  rebasedOn,
  rollupByUnit,
  rollupsOf,
  scope,
  shown,
  territory,
} from './model';
import { isPlaying, theme } from './ui';

/** The units in view: those of the level, inside the unit that one has drilled into. */
export const unitsInView = computed((): readonly Unit[] =>
  territory.value && scope.value && level.value ? territory.value.within(scope.value.code, level.value) : [],
);

const rollupsInView = computed((): readonly Rollup[] =>
  unitsInView.value.map((unit) => rollupByUnit.value.get(unit.code)).filter((rollup) => rollup !== undefined),
);

/** The target that the units on the map are held against, if one binds this level. */
export const boundTarget = computed((): TargetOfFigure | null => {
  for (const rollup of shown.value?.items ?? []) {
    const target = rollup.targets.find((candidate) => candidate.value !== null);
    if (target) {
      return target;
    }
  }
  return null;
});

/** The period that the shown one is compared with on the map. */
export const other = computed((): string | null =>
  address.value.versus !== null && address.value.versus !== period.value ? address.value.versus : null,
);

export const methods = computed(
  (): readonly ClassMethod[] => methodsFor(boundTarget.value !== null, other.value !== null),
);

/** The method wished for; where nothing binds, gaps and statuses give way to quantiles. */
export const method = computed((): ClassMethod => {
  const wish = address.value.method ?? 'quantile';
  return methods.value.includes(wish) ? wish : 'quantile';
});

/** What the figures differ by from those of the other period; `null` while differences are not shown. */
export const differences = computed((): ReadonlyMap<string, number | null> | null => {
  const [root, tier, what] = [city.value.value?.rootUnit, level.value, indicator.value?.code];
  if (method.value !== 'difference' || !other.value || !root || !tier || !what) {
    return null;
  }
  const before = rollupsOf(root, tier, what, other.value, rebasedOn(other.value)).value.value ?? [];
  const rows = compareRows(unitsInView.value, before, shown.value?.items ?? []);
  return new Map(rows.map(({ unit, difference }) => [unit.code, difference]));
});

/** The edges when playback began: colours have to mean the same from one period to the next. */
const heldEdges = signal<Edges | null>(null);
effect(() => {
  heldEdges.value = isPlaying.value ? (scale.peek()?.edges ?? null) : null;
});

export const scale = computed((): Scale | null => {
  const what = indicator.value;
  if (!what || !shown.value) {
    return null;
  }
  return buildScale({
    method: method.value,
    theme: theme.value,
    decimals: what.decimals,
    isYesNo: what.unitOfMeasure === 'boolean',
    rollups: rollupsInView.value,
    expected: unitsInView.value.length,
    differences: differences.value,
    isFallBetter: what.direction === 'down',
    target: boundTarget.value?.value ?? null,
    heldEdges: heldEdges.value && heldEdges.value.length > 1 ? heldEdges.value : null,
  });
});
