import type { VNode } from 'preact';

/** A colour of the map; hatched where there is no data. */
export function Swatch({ color }: { readonly color: string | null }): VNode {
  return color === null ? <span class="swatch hatched" /> : <span class="swatch" style={{ backgroundColor: color }} />;
}
