/** What a row of a plan asks for and what is wrong with it, in the reader's language. Pure. */

import type { PlanRow, RejectedPlanRow } from '../api/types';
import type { Lang } from '../format/numbers';

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', between: '', '~': '≈', improve: '' };

/** `>= 99.9 %` as it is written by hand: `≥ 99,9 %`. What is no number stays as the table has it. */
export function writeGoal(goal: string, lang: Lang): string {
  const [sign = '', ...rest] = goal.split(' ');
  const number = lang === 'vi' ? rest.join(' ').replaceAll(/(\d)\.(\d)/g, '$1,$2') : rest.join(' ');
  return `${SIGNS[sign] ?? sign} ${number}`.trim();
}

/** A trouble that the page has words of its own for; `null` for one that the API's words must do for. */
export function troubleOf(row: PlanRow, one: RejectedPlanRow): 'noIndicator' | 'badDate' | null {
  if (one.code === 'missing_value' && row.indicator === null && one.hint.includes("'indicator'")) {
    return 'noIndicator';
  }
  return one.code === 'invalid_value' && row.dueDate !== null && one.detail.includes(`due_date '${row.dueDate}'`)
    ? 'badDate'
    : null;
}
