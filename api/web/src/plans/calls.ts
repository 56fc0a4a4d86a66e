/** The calls that look at a table of targets and load it. */

import { readProblem } from '../api/problem';
import type { PlanInspection, PlanReport } from '../api/types';
import { partsOf, type PlanFields } from './fields';

/** Who does it, and why. */
export interface Signature {
  readonly by: string;
  readonly reason: string;
}

async function post<T>(url: string, file: File, parts: readonly (readonly [string, string])[]): Promise<T> {
  const body = new FormData();
  body.append('targets', file);
  for (const [name, text] of parts) {
    body.append(name, text);
  }
  const response = await fetch(url, { method: 'POST', body });
  if (!response.ok) {
    throw await readProblem(response);
  }
  return (await response.json()) as T;
}

/** Looks at a table. */
export function inspect(file: File, fields: PlanFields): Promise<PlanInspection> {
  return post(
    '/v1/plans/inspection',
    file,
    partsOf(fields, {}).filter(([name]) => name === 'sheet' || name === 'encoding'),
  );
}

/** Says what loading it would make different. */
export function tryPlan(
  file: File,
  fields: PlanFields,
  chosen: Readonly<Record<string, string>>,
  signature: Signature,
): Promise<PlanReport> {
  return post('/v1/plans', file, [...partsOf(fields, chosen), ...Object.entries(signature), ['dryRun', 'true']]);
}

/** Loads the good rows, for the revision of the city that was looked at. */
export function loadPlan(
  file: File,
  fields: PlanFields,
  chosen: Readonly<Record<string, string>>,
  signature: Signature,
  revision: number,
): Promise<PlanReport> {
  return post('/v1/plans', file, [
    ...partsOf(fields, chosen),
    ...Object.entries(signature),
    ['keepGoodRows', 'true'],
    ['revision', String(revision)],
  ]);
}
