/** The board of cases: its columns, what stands in each, and what is late. Pure. */

import type { Case } from '../api/types';

export const STAGES = ['open', 'investigating', 'acting', 'waiting', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** The most closed cases in sight; the rest is in the API. */
export const MAX_CLOSED = 20;

export interface Column {
  readonly stage: Stage;
  readonly cases: readonly Case[];
  /** How many there are, in sight or not. */
  readonly count: number;
}

/** The cases by stage: the ones due first on top, those without a deadline after them; closed ones the latest first. */
export function columnsOf(cases: readonly Case[]): readonly Column[] {
  return STAGES.map((stage) => {
    const all = cases.filter((one) => one.stage === stage);
    const sorted = [...all].sort(stage === 'closed' ? byLatest : byDeadline);
    return { stage, cases: stage === 'closed' ? sorted.slice(0, MAX_CLOSED) : sorted, count: all.length };
  });
}

/** Whether a case should have been done before a day. */
export function isLate({ stage, deadline }: Pick<Case, 'stage' | 'deadline'>, today: string): boolean {
  return stage !== 'closed' && deadline !== null && deadline < today;
}

/** When a case was last changed. */
export function changedAt({ events }: Case): string {
  return events.at(-1)?.at ?? '';
}

function byDeadline(a: Case, b: Case): number {
  return (a.deadline ?? '9999').localeCompare(b.deadline ?? '9999') || byLatest(a, b);
}

function byLatest(a: Case, b: Case): number {
  return changedAt(b).localeCompare(changedAt(a)) || a.id.localeCompare(b.id);
}
