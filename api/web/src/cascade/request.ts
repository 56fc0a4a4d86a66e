/** What is asked of the API to divide a target, from what stands in the form. Pure. */

import type { Cascade, CascadeRequest, Level } from '../api/types';

export const METHODS = ['equal', 'weighted', 'equalEffort', 'byHand'] as const;
export type Method = (typeof METHODS)[number];
export const WEIGHTS = ['population', 'area'] as const;

export interface CascadeForm {
  readonly method: Method;
  readonly weight: string;
  /** The last level that gets a share; the one directly below without one. */
  readonly level: Level | null;
  /** What was typed, by the code of the unit. */
  readonly typed: Readonly<Record<string, string>>;
}

export const START_FORM: CascadeForm = { method: 'equal', weight: 'population', level: null, typed: {} };

/** A number as either language writes it; `null` for what is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/\s/g, '').replace(',', '.');
  const value = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Units whose typed text is no number. */
export function unreadable({ typed }: CascadeForm): readonly string[] {
  return Object.entries(typed)
    .filter(([, text]) => text.trim() !== '' && readNumber(text) === null)
    .map(([unit]) => unit);
}

/** The request for the shares of a form; a dry run unless somebody signs it. */
export function requestOf(
  { method, weight, level, typed }: CascadeForm,
  signed: { readonly by: string; readonly reason: string; readonly revision: number } | null = null,
): CascadeRequest {
  const given = Object.entries(typed).flatMap(([unit, text]) => {
    const value = readNumber(text);
    return value === null ? [] : [[unit, value] as const];
  });
  return {
    method,
    level,
    weight: method === 'weighted' ? weight : null,
    values: given.length === 0 ? null : Object.fromEntries(given),
    ...(signed === null ? { dryRun: true } : { ...signed, dryRun: false }),
  };
}

/** Whether the shares of every unit come to its whole or beyond it, and may be given. */
export function canBeGiven(cascade: Cascade): boolean {
  return cascade.nodes.every((node) => !node.fallsShort);
}
