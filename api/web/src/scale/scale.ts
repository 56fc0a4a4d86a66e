/** From figures to the class and colour of each unit: the whole of a choropleth but the drawing. Pure. */

import type { Rollup } from '../api/types';
import { classOf, countByClass, equalEdges, gapEdges, MAX_CLASSES, quantileEdges } from './classes';
import type { ClassMethod, Edges } from './classes';
import { divergingRamp, sequentialRamp, type Theme } from './ramps';
import { asStatus, statusColor, STATUSES, worstStatus, type Status } from './statuses';

/** "No" is below one, "yes" is one. */
const YES_NO_EDGES: Edges = [0, 1, 2];

/** Classes on either side of a target. */
const CLASSES_PER_SIDE = MAX_CLASSES / 2;

/** One row of the legend. */
export interface LegendClass {
  /** Stable while the scale lasts: `0`, `1` … or a status. */
  readonly id: string;
  readonly color: string;
  readonly count: number;
  /** The class' edges; `null` for a status. */
  readonly from: number | null;
  readonly to: number | null;
  readonly status: Status | null;
}

export interface Scale {
  readonly method: ClassMethod;
  readonly edges: Edges;
  /** The target that gaps are measured from. */
  readonly target: number | null;
  readonly classes: readonly LegendClass[];
  /** Units in view without a figure. */
  readonly missing: number;
  readonly colorOf: (rollup: Rollup | undefined) => string | null;
  readonly classIdOf: (rollup: Rollup | undefined) => string | null;
}

export interface ScaleInput {
  readonly method: ClassMethod;
  readonly theme: Theme;
  readonly decimals: number;
  /** Whether the indicator only knows yes and no. */
  readonly isYesNo: boolean;
  /** The figures of the units in view; those outside are coloured by the same classes but not counted. */
  readonly rollups: readonly Rollup[];
  /** How many units are in view. */
  readonly expected: number;
  /** What each unit's figure differs by from that of another period; without it there are no differences. */
  readonly differences: ReadonlyMap<string, number | null> | null;
  /** Whether a fall is the better direction. */
  readonly isFallBetter: boolean;
  /** The target that binds, if one does. */
  readonly target: number | null;
  /** Edges to keep, so that colours can be compared from one period to the next while time runs. */
  readonly heldEdges: Edges | null;
}

/**
 * The status of a figure against what binds it: the worst, since a map shows what needs doing. Without a value there is
 * no data, whatever a due date that has passed makes of it: a map that colours silence would hide it.
 */
export function statusOf(rollup: Rollup | undefined): Status {
  if (rollup?.value === null) {
    return 'noData';
  }
  return worstStatus((rollup?.targets ?? []).map((target) => asStatus(target.status)));
}

/** The methods that make sense: gaps and statuses need a target, differences another period. */
export function methodsFor(hasTarget: boolean, hasOther: boolean): readonly ClassMethod[] {
  return [
    'quantile',
    'equal',
    ...(hasTarget ? (['gap', 'status'] as const) : []),
    ...(hasOther ? (['difference'] as const) : []),
  ];
}

/** Builds the scale. */
export function buildScale(input: ScaleInput): Scale {
  return input.method === 'status' ? statusScale(input) : valueScale(input);
}

function statusScale({ rollups, expected, theme }: ScaleInput): Scale {
  const counts = new Map<Status, number>();
  for (const rollup of rollups) {
    const status = statusOf(rollup);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const counted = STATUSES.filter((status) => status !== 'noData');
  return {
    method: 'status',
    edges: [],
    target: null,
    classes: counted.map((status) => ({
      id: status,
      color: statusColor(status, theme),
      count: counts.get(status) ?? 0,
      from: null,
      to: null,
      status,
    })),
    missing: expected - counted.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0),
    colorOf: (rollup) => (statusOf(rollup) === 'noData' ? null : statusColor(statusOf(rollup), theme)),
    classIdOf: (rollup) => (statusOf(rollup) === 'noData' ? null : statusOf(rollup)),
  };
}

function valueScale(input: ScaleInput): Scale {
  const { method, theme, rollups, expected, heldEdges, differences, isFallBetter } = input;
  const isDifference = method === 'difference' && differences !== null;
  const valueOf = (rollup: Rollup | undefined): number | null =>
    isDifference ? (differences.get(rollup?.unit ?? '') ?? null) : (rollup?.value ?? null);
  const values = rollups.map(valueOf).filter((value) => value !== null);
  const target = isDifference ? 0 : input.target;
  const isGap = isDifference || (method === 'gap' && target !== null);
  const edges = heldEdges ?? (isDifference ? gapEdges(values, 0, CLASSES_PER_SIDE) : edgesOf(input, values));
  const count = Math.max(0, edges.length - 1);
  const short = isGap && target !== null ? Math.max(0, edges.indexOf(target)) : 0;
  const colors = isGap
    ? sidesOf(short, count - short, isDifference && isFallBetter, theme)
    : sequentialRamp(count, theme);
  const counts = countByClass(edges, values);
  const indexOf = (rollup: Rollup | undefined): number => classOf(edges, valueOf(rollup));
  return {
    method: isGap || (method !== 'gap' && method !== 'difference') ? method : 'equal',
    edges,
    target: isGap ? target : null,
    classes: colors.map((color, i) => ({
      id: String(i),
      color,
      count: counts[i] ?? 0,
      from: edges[i] ?? null,
      to: edges[i + 1] ?? null,
      status: null,
    })),
    missing: expected - values.length,
    colorOf: (rollup) => colors[indexOf(rollup)] ?? null,
    classIdOf: (rollup) => (indexOf(rollup) < 0 ? null : String(indexOf(rollup))),
  };
}

/** The colours on either side of a value; what is worse is violet on whichever side it lies. */
function sidesOf(below: number, above: number, isBelowBetter: boolean, theme: Theme): readonly string[] {
  return isBelowBetter
    ? [...divergingRamp(above, below, CLASSES_PER_SIDE, theme)].reverse()
    : divergingRamp(below, above, CLASSES_PER_SIDE, theme);
}

/** Edges need no more decimals than tell the classes apart; whole numbers never get any. */
function edgeDecimals(values: readonly number[], decimals: number): number {
  const spread = Math.max(...values) - Math.min(...values);
  if (spread > MAX_CLASSES * 10) {
    return 0;
  }
  return spread > MAX_CLASSES ? Math.min(1, decimals) : decimals;
}

function edgesOf({ method, decimals, isYesNo, target }: ScaleInput, values: readonly number[]): Edges {
  if (isYesNo) {
    return YES_NO_EDGES;
  }
  if (method === 'gap' && target !== null) {
    return gapEdges(values, target, CLASSES_PER_SIDE);
  }
  return method === 'quantile'
    ? quantileEdges(values, MAX_CLASSES - 1, edgeDecimals(values, decimals))
    : equalEdges(values, MAX_CLASSES);
}
