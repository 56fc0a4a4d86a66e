/** The calls that send a file. */

import { readProblem } from '../api/problem';
import type { ImportAnswer, ImportMapping, Inspection } from '../api/types';
import { withQuery } from '../api/client';

function form(file: File, mapping: ImportMapping | null): FormData {
  const body = new FormData();
  body.append('file', file);
  if (mapping) {
    body.append('mapping', new Blob([JSON.stringify(mapping)], { type: 'application/json' }));
  }
  return body;
}

async function post(url: string, body: FormData, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(url, { method: 'POST', body, headers });
  if (!response.ok) {
    throw await readProblem(response);
  }
  return response;
}

/** Looks at a table. */
export async function inspect(file: File, mapping: ImportMapping | null): Promise<Inspection> {
  return (await (await post('/v1/imports/inspection', form(file, mapping))).json()) as Inspection;
}

/** Says what an import would do. */
export async function check(file: File, mapping: ImportMapping, lang: string): Promise<ImportAnswer> {
  return (await (await post(withQuery('/v1/imports', { dryRun: 'true', lang }), form(file, mapping))).json()) as ImportAnswer;
}

/** Takes the table in; with the same key it counts once, however often it is sent. */
export async function take(
  file: File,
  mapping: ImportMapping,
  key: string,
  reporter: string,
  lang: string,
): Promise<ImportAnswer> {
  const headers: Record<string, string> = { 'Idempotency-Key': key };
  if (reporter.trim() !== '') {
    // Header values are Latin-1; the server reads UTF-8 from them.
    headers['X-Reporter'] = utf8(reporter.trim());
  }
  return (await (await post(withQuery('/v1/imports', { lang }), form(file, mapping), headers)).json()) as ImportAnswer;
}

/** The refused lines, as a workbook. */
export async function refusedRows(file: File, mapping: ImportMapping, lang: string): Promise<Blob> {
  return (await post(withQuery('/v1/imports/rejected-rows', { lang }), form(file, mapping))).blob();
}

function utf8(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
