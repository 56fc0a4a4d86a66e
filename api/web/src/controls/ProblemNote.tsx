import type { VNode } from 'preact';
import type { Problem } from '../api/problem';
import { t, tCode } from '../i18n/text';

/** What happened, and what to do about it. */
export function ProblemNote({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }): VNode {
  const known = tCode('problem', problem.code);
  return (
    <div class="problem" role="alert">
      <strong>{known === problem.code ? t('problem.any') : known}</strong>
      <p>{problem.detail}</p>
      {problem.hint === null ? null : <p class="hint">{problem.hint}</p>}
      {onRetry ? (
        <button type="button" onClick={onRetry}>
          {t('action.retry')}
        </button>
      ) : null}
    </div>
  );
}
