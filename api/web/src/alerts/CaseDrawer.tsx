import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Case } from '../api/types';
import { Drawer } from '../controls/Drawer';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { keepName, keptName } from '../controls/person';
import { formatInstant } from '../format/instants';
import { formatDay } from '../format/periods';
import { nameOf, t, type TextKey } from '../i18n/text';
import { lang, territory } from '../state/model';
import { go } from '../state/navigation';
import { CaseOutcome, CaseVessel } from './CaseVessel';
import { CallFields, contactOf, OutcomeField, useCall, type Outcome } from './CaseCall';
import { STAGES, type Stage } from './cases';
import { renewCases } from './resources';

/** One case: what happened to it, and how it goes on. What was typed stays when it is refused. */
export function CaseDrawer({ file }: { readonly file: Case }): VNode {
  const unit = territory.value?.find(file.unit);
  return (
    <Drawer
      id="case"
      title={file.title}
      subtitle={`${file.id} · ${unit ? nameOf(unit) : file.unit} · ${t(`stage.${file.stage}` as TextKey)}`}
      onClose={() => go({ file: null })}>
      <div class="case-detail">
        <CaseVessel file={file} />
        <CaseActions file={file} />
        {file.alerts.length > 0 ? (
          <p>
            <Link change={{ tab: 'alerts', file: null, stands: 'raised acknowledged assigned resolved' }}>
              {t('case.alerts', { ids: file.alerts.join(', ') })}
            </Link>
          </p>
        ) : null}
        <ol class="case-events" aria-label={t('case.history')}>
          {[...file.events].reverse().map((event) => (
            <li key={`${event.at}${event.by}`}>
              <small>
                {formatInstant(event.at, lang.value)} · {event.by}
              </small>
              <span>
                {[
                  t(`stage.${event.stage}` as TextKey),
                  event.assignee,
                  event.deadline === null ? null : t('case.due', { day: formatDay(event.deadline, lang.value) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <CaseOutcome event={event} />
              {event.text === '' ? null : <p>{event.text}</p>}
            </li>
          ))}
        </ol>
      </div>
    </Drawer>
  );
}

function CaseActions({ file }: { readonly file: Case }): VNode {
  const name = useSignal(keptName());
  const stage = useSignal<Stage>(file.stage);
  const assignee = useSignal(file.assignee ?? '');
  const deadline = useSignal(file.deadline ?? '');
  const text = useSignal('');
  const call = useCall();
  const outcome = useSignal<Outcome>(file.resolution);
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const change = {
    stage: stage.value === file.stage ? null : stage.value,
    assignee: assignee.value === (file.assignee ?? '') ? null : assignee.value,
    deadline: deadline.value === (file.deadline ?? '') ? null : deadline.value || null,
    text: text.value.trim() === '' ? null : text.value,
    contact: contactOf(call),
    resolution: stage.value === 'closed' && outcome.value !== file.resolution ? outcome.value : null,
  };
  const isChanged = Object.values(change).some((part) => part !== null);
  const save = async (): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      await api.changeCase(file.id, { by: name.value, ...change });
      keepName(name.value);
      text.value = '';
      call.who.value = '';
      renewCases();
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <form class="case-form" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('case.stage')}
        <select
          value={stage.value}
          onChange={(event) => {
            stage.value = STAGES.find((one) => one === event.currentTarget.value) ?? file.stage;
          }}>
          {STAGES.map((one) => (
            <option key={one} value={one}>
              {t(`stage.${one}` as TextKey)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('case.assignee')}
        <input
          type="text"
          value={assignee.value}
          maxLength={200}
          onInput={(event) => {
            assignee.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        {t('case.deadline')}
        <input
          type="date"
          value={deadline.value}
          onInput={(event) => {
            deadline.value = event.currentTarget.value;
          }}
        />
      </label>
      <label class="wide">
        {t('case.comment')}
        <textarea
          rows={2}
          value={text.value}
          maxLength={1000}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      {file.vessel === null ? null : <CallFields call={call} />}
      {stage.value === 'closed' ? <OutcomeField outcome={outcome} /> : null}
      <label>
        {t('duty.yourName')}
        <input
          type="text"
          value={name.value}
          maxLength={200}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <button
        type="button"
        disabled={isBusy.value || !isChanged || name.value.trim() === ''}
        onClick={() => void save()}>
        {t('case.save')}
      </button>
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </form>
  );
}
