/** The calls that send a map file. */

import { withQuery } from '../api/client';
import { readProblem } from '../api/problem';
import type { BoundaryImport } from '../api/types';

/** How a map file is to be read, and who sends it. */
export interface MapWish {
  readonly crs: string;
  readonly date: string;
  readonly code: string;
  readonly name: string;
  readonly tolerance: string;
  readonly by: string;
  readonly reason: string;
}

/** The reference systems that are offered; the server reads more. */
export const SYSTEMS: readonly (readonly [string, string])[] = [
  ['CRS84', 'WGS 84'],
  ['EPSG:3405', 'VN-2000 / UTM 48N'],
  ['EPSG:3406', 'VN-2000 / UTM 49N'],
  ['EPSG:5897', 'VN-2000 / TM-3 105°'],
  ['EPSG:9211', 'VN-2000 / TM-3 106°00′'],
  ['EPSG:9210', 'VN-2000 / TM-3 105°45′'],
  ['EPSG:5898', 'VN-2000 / TM-3 108°'],
  ['EPSG:4756', 'VN-2000'],
  ['EPSG:3857', 'Web Mercator'],
];

/** The fields of the form that the server takes; empty ones are left out. Pure. */
export function fieldsOf(wish: MapWish, revision: number | null): Readonly<Record<string, string>> {
  const mapping: Record<string, string> = {};
  if (wish.code.trim() !== '') {
    mapping['code'] = wish.code.trim();
  }
  if (wish.name.trim() !== '') {
    mapping['name'] = wish.name.trim();
  }
  const fields: Record<string, string> = { by: wish.by.trim(), reason: wish.reason.trim() };
  if (wish.crs !== '') {
    fields['crs'] = wish.crs;
  }
  if (Object.keys(mapping).length > 0) {
    fields['mapping'] = JSON.stringify(mapping);
  }
  if (revision !== null) {
    fields['revision'] = String(revision);
  }
  return fields;
}

async function post(
  file: File,
  wish: MapWish,
  revision: number | null,
  query: Readonly<Record<string, string>>,
): Promise<Response> {
  const body = new FormData();
  body.append('file', file);
  for (const [name, value] of Object.entries(fieldsOf(wish, revision))) {
    body.append(name, value);
  }
  const asked: Record<string, string> = { ...query };
  if (wish.date !== '') {
    asked['date'] = wish.date;
  }
  if (wish.tolerance !== '') {
    asked['tolerance'] = wish.tolerance;
  }
  const response = await fetch(withQuery('/v1/imports/boundaries', asked), { method: 'POST', body });
  if (!response.ok) {
    throw await readProblem(response);
  }
  return response;
}

/** Says what the file would change. */
export async function tryMap(file: File, wish: MapWish): Promise<BoundaryImport> {
  return (await (await post(file, wish, null, { dryRun: 'true' })).json()) as BoundaryImport;
}

/** The map that would be, as GeoJSON. */
export async function previewMap(file: File, wish: MapWish): Promise<Blob> {
  return (await post(file, wish, null, { dryRun: 'true', answer: 'map' })).blob();
}

/** Makes the file the map of the city, if that is still what it was tried on. */
export async function applyMap(file: File, wish: MapWish, revision: number): Promise<BoundaryImport> {
  return (await (await post(file, wish, revision, {})).json()) as BoundaryImport;
}

/** Takes a change of the city back. */
export async function undoChange(revision: number, by: string, reason: string): Promise<void> {
  const response = await fetch(`/v1/city/changes/${revision}/undo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by, reason }),
  });
  if (!response.ok) {
    throw await readProblem(response);
  }
}
