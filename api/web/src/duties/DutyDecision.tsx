import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Duty } from '../api/types';
import { keepName, keptName } from '../controls/person';
import { ProblemNote } from '../controls/ProblemNote';
import { NameInput, SignalInput } from '../controls/SignalInput';
import { t, type TextKey } from '../i18n/text';
import { renewDuties } from './resources';

type Kind = Duty['marks'][number]['kind'];

/** Waives, returns, notes or reinstates one report: by whom and why is asked for, and kept with it. */
export function DutyDecision({ duty }: { readonly duty: Duty }): VNode {
  const name = useSignal(keptName());
  const reason = useSignal('');
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const decide = async (kind: Kind): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      await api.markDuty(duty.id, { kind, by: name.value, reason: reason.value });
      keepName(name.value);
      renewDuties();
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <form class="duty-decision" onSubmit={(event) => event.preventDefault()}>
      <NameInput value={name} />
      <SignalInput value={reason} maxLength={1000} label={t('duty.why')} />
      {possible(duty).map((kind) => (
        <button
          key={kind}
          type="button"
          disabled={isBusy.value || name.value.trim() === '' || reason.value.trim() === ''}
          onClick={() => void decide(kind)}>
          {t(`dutydo.${kind}` as TextKey)}
        </button>
      ))}
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </form>
  );
}

/** What can be decided about a report as it stands. */
function possible(duty: Duty): readonly Kind[] {
  const isHere = duty.count.received > 0;
  if (duty.state === 'waived') {
    return ['reinstated'];
  }
  const kinds: Kind[] = duty.agency && !isHere ? ['received'] : [];
  return [...kinds, ...(isHere ? (['returned'] as const) : []), 'waived'];
}
