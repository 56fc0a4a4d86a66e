/** The calls that send a map file of sites, facilities, zones or routes. */

import type { FeatureCollection } from 'geojson';
import { withQuery } from '../api/client';
import { Problem, readProblem } from '../api/problem';
import type { PlaceImport, PlaceInspection, UnmatchedFeature } from '../api/types';

/** What can be taken in. */
export const LAYERS = ['sites', 'facilities', 'zones', 'routes'] as const;
export type PlaceLayer = (typeof LAYERS)[number];

/** The encodings of texts that the server reads, beside what the file says itself. */
export const ENCODINGS: readonly string[] = ['utf-8', 'tcvn3', 'viscii', 'vni', 'windows-1258'];

/** How the file is to be read, and who sends it. */
export interface PlaceWish {
  readonly layer: PlaceLayer;
  readonly crs: string;
  readonly date: string;
  readonly encoding: string;
  readonly geometry: string;
  readonly longitude: string;
  readonly latitude: string;
  readonly endMissing: boolean;
  readonly by: string;
  readonly reason: string;
}

/** A text for each field of a place: a property of the file, or what holds where the file says nothing. */
export type ByField = Readonly<Record<string, string>>;

/** No feature of the file was taken; the list says why, one by one. */
export class NothingTaken extends Problem {
  constructor(
    problem: Problem,
    readonly unmatched: readonly UnmatchedFeature[],
  ) {
    super(problem.code, problem.detail, problem.hint, problem.httpStatus);
    this.name = 'NothingTaken';
  }
}

/**
 * The mapping that choices make. The server finds what has the id and the name by itself where nobody says; any other
 * field that has no property is in none of them, whatever they are called. Pure.
 */
export function mappingOf(wish: PlaceWish, columns: ByField, defaults: ByField): Readonly<Record<string, unknown>> {
  const { code = '', nameVi = '', ...rest } = columns;
  const said = {
    code,
    name: nameVi,
    encoding: wish.encoding,
    geometry: wish.geometry,
    longitude: wish.longitude,
    latitude: wish.latitude,
  };
  const kept = Object.entries(defaults).filter(([, value]) => value.trim() !== '');
  return {
    ...Object.fromEntries(
      Object.entries(said)
        .map(([name, value]) => [name, value.trim()] as const)
        .filter(([, value]) => value !== ''),
    ),
    ...(Object.keys(rest).length > 0 ? { properties: rest } : {}),
    ...(kept.length > 0 ? { defaults: Object.fromEntries(kept.map(([name, value]) => [name, value.trim()])) } : {}),
  };
}

async function post(
  file: File,
  path: string,
  wish: PlaceWish,
  mapping: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, string>>,
): Promise<Response> {
  const body = new FormData();
  body.append('file', file);
  body.append('mapping', JSON.stringify(mapping));
  for (const name of ['crs', 'by', 'reason'] as const) {
    if (wish[name].trim() !== '') {
      body.append(name, wish[name].trim());
    }
  }
  const response = await fetch(withQuery(`/v1/imports/${wish.layer}${path}`, query), { method: 'POST', body });
  if (response.ok) {
    return response;
  }
  const copy = response.clone();
  const problem = await readProblem(response);
  if (problem.code !== 'nothing_accepted') {
    throw problem;
  }
  const { unmatched = [] } = (await copy.json()) as { readonly unmatched?: readonly UnmatchedFeature[] };
  throw new NothingTaken(problem, unmatched);
}

function asked(wish: PlaceWish): Record<string, string> {
  return {
    ...(wish.date === '' ? {} : { date: wish.date }),
    ...(wish.endMissing ? { endMissing: 'true' } : {}),
  };
}

/** Looks at the file: what its features have, and which fields of places that may be. */
export async function inspectPlaces(file: File, wish: PlaceWish): Promise<PlaceInspection> {
  return (await (await post(file, '/inspection', wish, mappingOf(wish, {}, {}), {})).json()) as PlaceInspection;
}

/** Says what the file would change. */
export async function tryPlaces(
  file: File,
  wish: PlaceWish,
  mapping: Readonly<Record<string, unknown>>,
): Promise<PlaceImport> {
  return (await (await post(file, '', wish, mapping, { ...asked(wish), dryRun: 'true' })).json()) as PlaceImport;
}

/** The places that would be taken in. */
export async function previewPlaces(
  file: File,
  wish: PlaceWish,
  mapping: Readonly<Record<string, unknown>>,
): Promise<FeatureCollection> {
  const response = await post(file, '', wish, mapping, { ...asked(wish), dryRun: 'true', answer: 'map' });
  return (await response.json()) as FeatureCollection;
}

/** Takes the file in. */
export async function takePlaces(
  file: File,
  wish: PlaceWish,
  mapping: Readonly<Record<string, unknown>>,
): Promise<PlaceImport> {
  return (await (await post(file, '', wish, mapping, asked(wish))).json()) as PlaceImport;
}
