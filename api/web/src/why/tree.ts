/** The tree of an explanation as the rows that are seen, and the keys that go through it (WAI-ARIA tree). Pure. */

import type { Explanation } from '../api/types';
import type { Loaded } from '../state/resource';

/** A figure of the tree that is in sight. */
export interface WhyRow {
  /** Its place in the tree, from the top down. */
  readonly key: string;
  readonly above: string | null;
  readonly node: Explanation;
  /** The indicator and unit of measure that its contribution is in are those of the figure above. */
  readonly upper: Explanation | null;
  readonly level: number;
  readonly place: number;
  readonly count: number;
  readonly isOpen: boolean;
  /** What opening it gave; `null` while it is closed. */
  readonly opened: Loaded<Explanation> | null;
}

/** Where the API opens a figure. */
export function selfOf(node: Explanation): string {
  return node.links.find(({ rel }) => rel === 'self')?.href ?? '';
}

/** What tells a figure from its siblings. */
export function nameOfNode({ figure }: Explanation): string {
  return [figure.unit, figure.indicator, figure.period, figure.breakdown ?? ''].join(' ');
}

/** What brought most comes first, those who hold the extreme before others, and those without data last. */
export function sortParts(parts: readonly Explanation[]): readonly Explanation[] {
  const weight = ({ contribution, decides, figure }: Explanation): number =>
    figure.value === null ? -2 : decides ? Number.MAX_VALUE : Math.abs(contribution ?? -1);
  return [...parts].sort((a, b) => weight(b) - weight(a) || nameOfNode(a).localeCompare(nameOfNode(b)));
}

/** The rows in sight, from the top down. */
export function rowsOf(
  root: Explanation,
  isOpen: (key: string) => boolean,
  open: (node: Explanation) => Loaded<Explanation>,
): readonly WhyRow[] {
  const rows: WhyRow[] = [];
  const visit = (
    node: Explanation,
    upper: Explanation | null,
    above: string | null,
    level: number,
    place: number,
    count: number,
  ): void => {
    const key = `${above ?? ''}/${nameOfNode(node)}`;
    const opened = isOpen(key) ? openedOf(node, open) : null;
    rows.push({
      key,
      above,
      node: opened?.value ? merge(node, opened.value) : node,
      upper,
      level,
      place,
      count,
      isOpen: opened !== null,
      opened,
    });
    const parts = sortParts(opened?.value?.parts ?? []);
    parts.forEach((part, i) => visit(part, opened?.value ?? null, key, level + 1, i + 1, parts.length));
  };
  visit(root, null, null, 1, 1, 1);
  return rows;
}

/** A figure that came opened needs no other answer. */
function openedOf(node: Explanation, open: (node: Explanation) => Loaded<Explanation>): Loaded<Explanation> {
  return node.how === 'closed' ? open(node) : { state: 'ready', value: node };
}

/** What the figure is comes from its own answer; what it brought above, and which share of it, from the one above. */
function merge(node: Explanation, opened: Explanation): Explanation {
  return { ...opened, contribution: node.contribution, decides: node.decides, share: node.share };
}

/** What a key does in the tree: move to a row, open it, close it; `null` for a key of no meaning here. */
export type Move =
  | { readonly kind: 'go'; readonly key: string }
  | { readonly kind: 'open' | 'close'; readonly key: string };

export function moveOf(pressed: string, rows: readonly WhyRow[], active: string): Move | null {
  const at = rows.findIndex(({ key }) => key === active);
  const row = rows[at];
  const to = (target: WhyRow | undefined): Move | null => (target ? { kind: 'go', key: target.key } : null);
  if (!row) {
    return to(rows[0]);
  }
  switch (pressed) {
    case 'ArrowDown':
      return to(rows[at + 1]);
    case 'ArrowUp':
      return to(rows[at - 1]);
    case 'Home':
      return to(rows[0]);
    case 'End':
      return to(rows.at(-1));
    case 'ArrowRight':
      return row.isOpen ? to(rows.find(({ above }) => above === row.key)) : { kind: 'open', key: row.key };
    case 'ArrowLeft':
      return row.isOpen ? { kind: 'close', key: row.key } : to(rows.find(({ key }) => key === row.above));
    case 'Enter':
    case ' ':
      return { kind: row.isOpen ? 'close' : 'open', key: row.key };
    default:
      return null;
  }
}

/** The length of a contribution beside the largest of its siblings, 0 to 1. */
export function barOf(row: WhyRow, rows: readonly WhyRow[]): number {
  const largest = Math.max(
    ...rows.filter(({ above }) => above === row.above).map(({ node }) => Math.abs(node.contribution ?? 0)),
  );
  return largest > 0 ? Math.abs(row.node.contribution ?? 0) / largest : 0;
}
