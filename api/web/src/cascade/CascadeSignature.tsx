import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Cascade, Target } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { keepName, keptName } from '../controls/person';
import { NameInput, SignalInput } from '../controls/SignalInput';
import { t } from '../i18n/text';
import { canBeGiven, requestOf, unreadable, type CascadeForm } from './request';

/** Who gives the shares and why; and the way to take them back. */
export function CascadeSignature({
  target,
  form,
  cascade,
  standing,
  isGiven,
  onDone,
}: {
  readonly target: Target;
  readonly form: CascadeForm;
  readonly cascade: Cascade | null;
  /** How many units have a share of the target now. */
  readonly standing: number;
  readonly isGiven: boolean;
  readonly onDone: (isGiven: boolean) => void;
}): VNode {
  const name = useSignal(keptName());
  const reason = useSignal('');
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const act = async (what: () => Promise<unknown>, gives: boolean): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      await what();
      keepName(name.value);
      onDone(gives);
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      isBusy.value = false;
    }
  };
  const signed = { by: name.value, reason: reason.value };
  const isSigned = name.value.trim() !== '' && reason.value.trim() !== '' && !isBusy.value;
  const isReady = cascade !== null && canBeGiven(cascade) && unreadable(form).length === 0;
  return (
    <form class="cascade-sign duty-decision" onSubmit={(event) => event.preventDefault()}>
      <NameInput value={name} />
      <SignalInput value={reason} maxLength={100} label={t('cascade.reason')} />
      <button
        type="button"
        class="primary"
        disabled={!isSigned || !isReady || isGiven}
        onClick={() => {
          if (cascade) {
            const request = requestOf(form, { ...signed, revision: cascade.revision });
            void act(() => api.divide(target.id, request), true);
          }
        }}>
        {t('cascade.give')}
      </button>
      {standing > 0 ? (
        <button
          type="button"
          disabled={!isSigned}
          onClick={() => void act(() => api.takeBack(target.id, signed.by, signed.reason), false)}>
          {t('cascade.takeBack', { count: standing })}
        </button>
      ) : null}
      {isGiven ? (
        <p class="note" role="status">
          {t('cascade.given')}
        </p>
      ) : null}
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </form>
  );
}
