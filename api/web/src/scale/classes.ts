/** Class breaks of a choropleth. Pure. */

/** How the values are put into classes. */
export type ClassMethod = 'quantile' | 'equal' | 'gap' | 'status' | 'difference';

export const CLASS_METHODS: readonly ClassMethod[] = ['quantile', 'equal', 'gap', 'status', 'difference'];

/** The most classes that a reader tells apart on a map. */
export const MAX_CLASSES = 6;

/**
 * Ascending edges of the classes: class `i` holds `edges[i] <= v < edges[i + 1]`, the last one its upper edge too.
 * Empty without values; two equal edges where all values are the same.
 */
export type Edges = readonly number[];

/** Equal counts in each class. Ties stay together, so that there may be fewer classes than asked for. */
export function quantileEdges(values: readonly number[], classes: number, decimals: number): Edges {
  const sorted = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  const edges = [floorTo(first, decimals)];
  for (let i = 1; i < classes; i++) {
    const edge = roundTo(quantile(sorted, i / classes), decimals);
    if (edge > (edges.at(-1) ?? -Infinity) && edge <= last) {
      edges.push(edge);
    }
  }
  const top = ceilTo(last, decimals);
  if (top > (edges.at(-1) ?? -Infinity) || edges.length === 1) {
    edges.push(top);
  }
  return edges;
}

/** Classes of one width, which is 1, 2, 2.5 or 5 times a power of ten, so that the legend reads well. */
export function equalEdges(values: readonly number[], classes: number): Edges {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) {
    return [];
  }
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (high - low <= Number.EPSILON * Math.max(1, Math.abs(high))) {
    return [low, high];
  }
  const step = niceStep(
    (high - low) / classes,
    (candidate) => Math.ceil(high / candidate) - Math.floor(low / candidate) <= classes,
  );
  const edges: number[] = [];
  const start = Math.floor(low / step);
  const end = Math.ceil(high / step);
  for (let i = start; i <= end; i++) {
    edges.push(Number((i * step).toPrecision(12)));
  }
  return edges;
}

/** Classes of one width on either side of a target, which is always an edge. A side without values has none. */
export function gapEdges(values: readonly number[], target: number, classesPerSide: number): Edges {
  const gaps = values.filter(Number.isFinite).map((v) => v - target);
  if (gaps.length === 0) {
    return [];
  }
  const [low, high] = [Math.min(0, ...gaps), Math.max(0, ...gaps)];
  const reach = Math.max(-low, high) || 1;
  const step = niceStep(reach / classesPerSide, (candidate) => reach / candidate <= classesPerSide);
  // A value that meets the target exactly is on the upper side, so that side exists where any value reaches it.
  const below = Math.ceil(-low / step);
  const above = Math.max(Math.ceil(high / step), gaps.some((gap) => gap >= 0) ? 1 : 0);
  return Array.from({ length: below + above + 1 }, (_, i) => Number((target + (i - below) * step).toPrecision(12)));
}

/** The class of a value. Values beyond the outer edges belong to the outer classes; -1 without classes or value. */
export function classOf(edges: Edges, value: number | null | undefined): number {
  if (edges.length < 2 || value === null || value === undefined || !Number.isFinite(value)) {
    return -1;
  }
  for (let i = edges.length - 2; i > 0; i--) {
    if (value >= (edges[i] ?? Infinity)) {
      return i;
    }
  }
  return 0;
}

/** How many values each class holds. */
export function countByClass(edges: Edges, values: readonly (number | null | undefined)[]): readonly number[] {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  for (const value of values) {
    const index = classOf(edges, value);
    if (index >= 0) {
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts;
}

function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

function niceStep(raw: number, fits: (step: number) => boolean): number {
  let power = 10 ** Math.floor(Math.log10(raw));
  for (;;) {
    for (const factor of [1, 2, 2.5, 5]) {
      const step = factor * power;
      if (step >= raw * (1 - 1e-9) && fits(step)) {
        return step;
      }
    }
    power *= 10;
  }
}

function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function floorTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 1e-9) / factor;
}

function ceilTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.ceil(value * factor - 1e-9) / factor;
}
