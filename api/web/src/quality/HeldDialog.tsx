import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { api, type HeldDecision } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Held } from '../api/types';
import { keepName, keptName } from '../controls/person';
import { ProblemNote } from '../controls/ProblemNote';
import { formatPeriod } from '../format/periods';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { numbersOf } from './HeldList';
import { readTyped } from './quality';
import { renewQuality } from './resources';

/** Release, correct or discard: by whom and why is asked for, and kept. What was typed stays when it is refused. */
export function HeldDialog({ held, onClose }: { readonly held: Held; readonly onClose: () => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useSignal(keptName());
  const comment = useSignal('');
  const value = useSignal('');
  const denominator = useSignal(held.denominator === null ? '' : String(held.denominator));
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  useEffect(() => dialog.current?.showModal(), []);
  const decide = async (kind: HeldDecision): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      const numbers =
        kind === 'correct'
          ? { value: readTyped(value.value), denominator: readTyped(denominator.value) }
          : { value: null, denominator: null };
      await api.decideHeld(held.id, kind, { by: name.value, comment: comment.value, ...numbers });
      keepName(name.value);
      renewQuality();
      dialog.current?.close();
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      isBusy.value = false;
    }
  };
  const isUnsaid = isBusy.value || name.value.trim() === '' || comment.value.trim() === '';
  const isUnread =
    readTyped(value.value) === null || (held.denominator !== null && readTyped(denominator.value) === null);
  const isVietnamese = lang.value === 'vi';
  return (
    <dialog ref={dialog} class="held-dialog" aria-labelledby="held-title" onClose={onClose}>
      <form method="dialog" onSubmit={(event) => event.preventDefault()}>
        <h2 id="held-title">
          {isVietnamese ? held.unitNameVi : held.unitNameEn}, {formatPeriod(held.period, lang.value)}: {numbersOf(held)}
        </h2>
        <p>{isVietnamese ? held.indicatorNameVi : held.indicatorNameEn}</p>
        <p>{isVietnamese ? held.detailVi : held.detailEn}</p>
        <Field label={t('duty.yourName')} text={name} longest={200} />
        <Field label={t('duty.why')} text={comment} longest={1000} />
        <Field label={t('quality.rightValue')} text={value} longest={40} isNumber />
        {held.denominator === null ? null : (
          <Field label={t('quality.rightDenominator')} text={denominator} longest={40} isNumber />
        )}
        {problem.value ? <ProblemNote problem={problem.value} /> : null}
        <div class="held-actions">
          <button type="button" disabled={isUnsaid} onClick={() => void decide('release')}>
            {t('quality.release')}
          </button>
          <button type="button" disabled={isUnsaid || isUnread} onClick={() => void decide('correct')}>
            {t('quality.correct')}
          </button>
          <button type="button" disabled={isUnsaid} onClick={() => void decide('discard')}>
            {t('quality.discard')}
          </button>
          <span class="spacer" />
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {t('action.close')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Field({
  label,
  text,
  longest,
  isNumber = false,
}: {
  readonly label: string;
  readonly text: { value: string };
  readonly longest: number;
  readonly isNumber?: boolean;
}): VNode {
  return (
    <label>
      {label}
      <input
        value={text.value}
        maxLength={longest}
        inputMode={isNumber ? 'decimal' : 'text'}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
    </label>
  );
}
