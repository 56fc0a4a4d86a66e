/** What the import form holds. It outlives the view, so that looking at the map loses nothing that was typed. */

import { signal } from '@preact/signals';
import { asProblem, type Problem } from '../api/problem';
import type { ImportAnswer, ImportMapping, Inspection } from '../api/types';
import { lang } from '../state/model';
import { check, inspect, take } from './calls';
import { choicesOf, constantsOf, mappingOf, type Choice, type Constants } from './mapping';

export const file = signal<File | null>(null);
export const inspection = signal<Inspection | null>(null);
export const choices = signal<readonly Choice[]>([]);
export const constants = signal<Constants>({ period: '', source: '' });
export const reporter = signal('');
export const answer = signal<ImportAnswer | null>(null);
export const problem = signal<Problem | null>(null);
export const isBusy = signal(false);

/** A mapping that names no columns: it only says where to look for them. */
const NOWHERE: ImportMapping = {
  sheet: null,
  headerLine: null,
  numbers: null,
  unit: null,
  unitName: null,
  indicator: null,
  period: null,
  status: null,
  resultTime: null,
  source: null,
  values: [],
  ignoreRows: [],
};

/** Sending the same file twice counts once: a key for each file and mapping that was checked. */
let key = '';

/** The mapping as the form has it now. */
export function mapping(): ImportMapping | null {
  const seen = inspection.value;
  return seen ? mappingOf(seen.mapping, seen.columns, choices.value, constants.value) : null;
}

/** Looks at a file, with a mapping that was kept or by its own columns. */
export async function open(chosen: File, kept: ImportMapping | null): Promise<void> {
  await busily(async () => {
    file.value = chosen;
    answer.value = null;
    inspection.value = null;
    const seen = await inspect(chosen, kept);
    inspection.value = seen;
    choices.value = choicesOf(seen.mapping, seen.columns);
    constants.value = constantsOf(seen.mapping);
  });
}

/** Looks at another sheet, or takes another line for the header. */
export async function look(change: { readonly sheet?: string; readonly headerLine?: number }): Promise<void> {
  const [chosen, seen] = [file.value, inspection.value];
  if (chosen && seen) {
    const sheet = change.sheet ?? seen.mapping.sheet;
    await open(chosen, { ...NOWHERE, sheet, headerLine: change.headerLine ?? null });
  }
}

/** Says what would happen. */
export async function tryOut(): Promise<void> {
  await send((chosen, how) => check(chosen, how, lang.value));
  key = crypto.randomUUID();
}

/** Takes it in. */
export async function takeIn(): Promise<void> {
  await send((chosen, how) => take(chosen, how, key, reporter.value, lang.value));
}

/** A change of the form makes an earlier answer void. */
export function choose(place: number, choice: Choice): void {
  choices.value = choices.value.map((held, other) => (other === place ? choice : held));
  answer.value = null;
}

async function send(call: (chosen: File, how: ImportMapping) => Promise<ImportAnswer>): Promise<void> {
  const [chosen, how] = [file.value, mapping()];
  if (chosen && how) {
    await busily(async () => {
      answer.value = await call(chosen, how);
    });
  }
}

async function busily(work: () => Promise<void>): Promise<void> {
  isBusy.value = true;
  problem.value = null;
  try {
    await work();
  } catch (reason) {
    problem.value = asProblem(reason);
  } finally {
    isBusy.value = false;
  }
}
