/** What the form of a plan holds. It outlives the view, so that looking at the scorecard loses nothing typed. */

import { signal } from '@preact/signals';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { PlanInspection, PlanReport } from '../api/types';
import { keepName, keptName } from '../controls/person';
import { renewCity } from '../live/city';
import { inspect, loadPlan, tryPlan } from './calls';
import { NO_FIELDS, withDocument, type PlanFields } from './fields';

export const file = signal<File | null>(null);
export const inspection = signal<PlanInspection | null>(null);
export const fields = signal<PlanFields>(NO_FIELDS);
/** The indicators that were chosen for rows that found none, by target. */
export const chosen = signal<Readonly<Record<string, string>>>({});
/** What loading it would do; or, once it is loaded, what it did. */
export const report = signal<PlanReport | null>(null);
export const problem = signal<Problem | null>(null);
export const isBusy = signal(false);
export const name = signal(keptName());
export const reason = signal('');

/** Looks at a file; a new one begins a new form. */
export async function open(picked: File, root: string): Promise<void> {
  await busily(async () => {
    const isNew = file.value !== picked;
    file.value = picked;
    report.value = null;
    if (isNew) {
      chosen.value = {};
      inspection.value = null;
      fields.value = { ...NO_FIELDS, unit: root };
    }
    const seen = await inspect(picked, fields.value);
    inspection.value = seen;
    const [only, ...others] = seen.documents;
    if (isNew && only && others.length === 0) {
      fields.value = withDocument(fields.value, only);
    }
  });
}

/** A change of the form makes an earlier answer void. */
export function change(part: Partial<PlanFields>): void {
  fields.value = { ...fields.value, ...part };
  report.value = null;
}

/** Takes the rows of one of the documents of the table. */
export function pickDocument(document: string): void {
  const found = inspection.value?.documents.find((candidate) => candidate.document === document);
  if (found) {
    fields.value = withDocument(fields.value, found);
    report.value = null;
  }
}

/** Measures a row by an indicator, and tries the plan again. */
export async function chooseIndicator(target: string, code: string): Promise<void> {
  chosen.value = { ...chosen.value, [target]: code };
  await tryOut();
}

/** Says what would happen. */
export async function tryOut(): Promise<void> {
  const picked = file.value;
  if (picked) {
    await busily(async () => {
      report.value = await tryPlan(picked, fields.value, chosen.value, signature());
    });
  }
}

/** Loads the good rows. */
export async function load(): Promise<void> {
  const [picked, tried] = [file.value, report.value];
  if (picked && tried) {
    await busily(async () => {
      report.value = await loadPlan(picked, fields.value, chosen.value, signature(), tried.report.revision);
      keepName(name.value);
      renewCity();
    });
  }
}

/** Takes a change of the city back; what was loaded by it is gone, or there again. */
export async function undo(sequence: number): Promise<void> {
  await busily(async () => {
    await api.undoChange(sequence, signature());
    keepName(name.value);
    report.value = null;
    renewCity();
  });
}

/** Withdraws a plan with its targets. */
export async function withdraw(plan: string): Promise<void> {
  await busily(async () => {
    await api.withdrawPlan(plan, signature());
    keepName(name.value);
    report.value = null;
    renewCity();
  });
}

/** A dry run asks for a name and a reason too, though it keeps neither. */
function signature(): { readonly by: string; readonly reason: string } {
  return { by: name.value.trim() || '?', reason: reason.value.trim() || '?' };
}

async function busily(work: () => Promise<void>): Promise<void> {
  isBusy.value = true;
  problem.value = null;
  try {
    await work();
  } catch (thrown) {
    problem.value = asProblem(thrown);
  } finally {
    isBusy.value = false;
  }
}
