import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api, type AlertActionName } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Alert } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { keepName, keptName } from '../controls/person';
import { NameInput, SignalInput } from '../controls/SignalInput';
import { t, type TextKey } from '../i18n/text';
import { go } from '../state/navigation';
import { applyAlert, renewCases } from './resources';

/** Acknowledge, assign, comment, resolve, in place; what was typed stays when it is refused. */
export function AlertActions({ alert }: { readonly alert: Alert }): VNode {
  const name = useSignal(keptName());
  const text = useSignal('');
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const act = async (action: AlertActionName): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      const [assignee, said] = action === 'assign' ? [text.value, null] : [null, text.value];
      applyAlert(await api.actOnAlert(alert.id, action, { by: name.value, text: said, assignee }));
      keepName(name.value);
      text.value = '';
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      isBusy.value = false;
    }
  };
  const openCase = async (): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      const made = await api.openCase({ by: name.value, alert: alert.id, text: text.value.trim() || null });
      keepName(name.value);
      renewCases();
      go({ tab: 'cases', file: made.id });
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      isBusy.value = false;
    }
  };
  const actions: readonly AlertActionName[] =
    alert.state === 'resolved' ? ['comment', 'reopen'] : ['acknowledge', 'assign', 'comment', 'resolve'];
  return (
    <form class="duty-decision" onSubmit={(event) => event.preventDefault()}>
      <NameInput value={name} />
      <SignalInput value={text} maxLength={1000} label={t('alert.text')} />
      {actions.map((action) => (
        <button
          key={action}
          type="button"
          disabled={
            isBusy.value ||
            name.value.trim() === '' ||
            (text.value.trim() === '' && (action === 'comment' || action === 'assign'))
          }
          onClick={() => void act(action)}>
          {t(`alertdo.${action}` as TextKey)}
        </button>
      ))}
      <button type="button" disabled={isBusy.value || name.value.trim() === ''} onClick={() => void openCase()}>
        {t('alertdo.case')}
      </button>
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </form>
  );
}
