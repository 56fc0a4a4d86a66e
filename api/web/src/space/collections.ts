/** The collections that the API serves as vector tiles, what is in them, and the feature that somebody clicked. */

import { computed, type ReadonlySignal } from '@preact/signals';
import type { Feature } from 'geojson';
import { getJson, withQuery } from '../api/client';
import { cache, date } from '../state/model';
import { address } from '../state/navigation';
import type { Loaded } from '../state/resource';
import { colorOf, readLayers, readPicked, type Layer } from './layers';

const TILES = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector';
const MATRIX_SET = 'WebMercatorQuad';

/** A collection with tiles. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly color: string;
}

interface CollectionsAnswer {
  readonly collections: readonly {
    readonly id: string;
    readonly title?: string;
    readonly description?: string;
    readonly links: readonly { readonly rel: string }[];
  }[];
}

const path = (id: string): string => `/ogc/collections/${encodeURIComponent(id)}`;

async function load(): Promise<readonly Collection[]> {
  const { collections } = await getJson<CollectionsAnswer>('/ogc/collections?f=json');
  return collections
    .filter(({ links }) => links.some(({ rel }) => rel === TILES))
    .map(({ id, title = id, description = '' }, i) => ({ id, title, description, color: colorOf(i) }));
}

/** All collections with tiles, in the order of the API. */
export const collections = computed((): Loaded<readonly Collection[]> => cache.get('collections', load).value);

/** The layers of the address, from the lowest up. */
export const layers = computed((): readonly Layer[] => readLayers(address.value.layers));

/** The layers of the address that the API has. */
export const visible = computed((): readonly (Layer & Collection)[] =>
  layers.value.flatMap((layer) => {
    const collection = collections.value.value?.find(({ id }) => id === layer.id);
    return collection ? [{ ...collection, ...layer }] : [];
  }),
);

/** What a map library needs of a tileset (TileJSON 3). */
export interface Tileset {
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds?: readonly number[];
  readonly vector_layers: readonly { readonly id: string }[];
}

/** Boats move: they are shown where they are now, or at the instant of the address, and not on the day of the figures. */
export const LIVE = 'vessels';

function timeOf(id: string, day: string): string | null {
  return id === LIVE ? (address.value.when?.replace('Z', ':00Z') ?? null) : day;
}

/** The tileset of a collection on the day shown. */
export function tilesetOf(id: string, day: string): ReadonlySignal<Loaded<Tileset>> {
  const datetime = timeOf(id, day);
  const url = withQuery(`${path(id)}/tiles/${MATRIX_SET}`, { f: 'tilejson', datetime });
  return cache.get(`tileset|${id}|${datetime}`, () => getJson<Tileset>(url));
}

/** How many features a collection has on the day shown. */
export function countOf(id: string, day: string): ReadonlySignal<Loaded<{ readonly numberMatched?: number }>> {
  const datetime = timeOf(id, day);
  const url = withQuery(`${path(id)}/items`, { f: 'json', limit: '1', datetime });
  return cache.get(`count|${id}|${datetime}`, () => getJson<{ readonly numberMatched?: number }>(url));
}

/** A page of features, and how many there are on all. */
export interface Features {
  readonly features: readonly Feature[];
  readonly numberMatched?: number;
}

/** The features of a collection that an area meets. */
export function insideOf(id: string, day: string, wkt: string): ReadonlySignal<Loaded<Features>> {
  const filter = `S_INTERSECTS(geometry,${wkt})`;
  const url = withQuery(`${path(id)}/items`, { f: 'json', limit: '1000', datetime: day, filter });
  return cache.get(`inside|${id}|${day}|${wkt}`, () => getJson<Features>(url));
}

/** The titles of a collection's properties. */
export interface Queryables {
  readonly properties: Readonly<Record<string, { readonly title?: string }>>;
}

export function queryablesOf(id: string): ReadonlySignal<Loaded<Queryables>> {
  return cache.get(`queryables|${id}`, () => getJson<Queryables>(`${path(id)}/queryables?f=json`));
}

/** The feature that the address names, with all its properties on the day shown. */
export const picked = computed((): Loaded<Feature> | null => {
  const wish = readPicked(address.value.picked);
  const day = date.value;
  if (!wish || !day) {
    return null;
  }
  const datetime = timeOf(wish.collection, day);
  const url = withQuery(`${path(wish.collection)}/items/${encodeURIComponent(wish.id)}`, { f: 'json', datetime });
  return cache.get(`feature|${wish.collection}|${wish.id}|${datetime}`, () => getJson<Feature>(url)).value;
});
