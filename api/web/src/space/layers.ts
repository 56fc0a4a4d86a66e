/** Which collections lie over the map, how strongly, in which order: as the address says it. Pure. */

export interface Layer {
  /** The id of the collection. */
  readonly id: string;
  /** In percent. */
  readonly opacity: number;
}

const MAX_LAYERS = 12;
const PART = /^([a-z][a-zA-Z0-9_-]{0,39})(?:\.(\d{1,3}))?$/;

/** Layers from the lowest up: `routes,sites.60`. What cannot be read is left out, and what comes twice. */
export function readLayers(text: string | null): readonly Layer[] {
  const layers: Layer[] = [];
  for (const part of (text ?? '').split(',')) {
    const [, id, opacity = '100'] = PART.exec(part) ?? [];
    if (id && layers.length < MAX_LAYERS && Number(opacity) <= 100 && !layers.some((layer) => layer.id === id)) {
      layers.push({ id, opacity: Number(opacity) });
    }
  }
  return layers;
}

/** `null` without any. */
export function writeLayers(layers: readonly Layer[]): string | null {
  return layers.length === 0
    ? null
    : layers.map(({ id, opacity }) => (opacity === 100 ? id : `${id}.${opacity}`)).join(',');
}

/** Puts a layer on top of the others, or takes it away. */
export function toggleLayer(layers: readonly Layer[], id: string): readonly Layer[] {
  return layers.some((layer) => layer.id === id)
    ? layers.filter((layer) => layer.id !== id)
    : [...layers, { id, opacity: 100 }];
}

export function withOpacity(layers: readonly Layer[], id: string, opacity: number): readonly Layer[] {
  return layers.map((layer) => (layer.id === id ? { ...layer, opacity } : layer));
}

/** Moves a layer up (1) or down (-1); the last one in a direction stays where it is. */
export function moveLayer(layers: readonly Layer[], id: string, by: 1 | -1): readonly Layer[] {
  const at = layers.findIndex((layer) => layer.id === id);
  const [moved, other] = [layers[at], layers[at + by]];
  if (!moved || !other) {
    return layers;
  }
  return layers.map((layer) => (layer === moved ? other : layer === other ? moved : layer));
}

/** A feature of a collection, as the address names it: `sites.5G-012`. */
export interface Picked {
  readonly collection: string;
  readonly id: string;
}

export function readPicked(text: string | null): Picked | null {
  const [, collection, id] = /^([a-z][a-zA-Z0-9_-]{0,39})\.(.{1,80})$/u.exec(text ?? '') ?? [];
  return collection && id ? { collection, id } : null;
}

export function writePicked({ collection, id }: Picked): string {
  return `${collection}.${id}`;
}

/** Colours of collections, apart from each other and from the ramps, on light and on dark ground alike. */
const COLORS: readonly string[] = ['#d0246f', '#7a3fd1', '#b35c00', '#1f78d1', '#4f7d00', '#a0338f'];

/** The colour of a collection by its place in the list of all. */
export function colorOf(index: number): string {
  // The list is not empty.
  return COLORS[index % COLORS.length] as string;
}
