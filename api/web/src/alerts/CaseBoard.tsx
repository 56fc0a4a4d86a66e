import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Case, Unit } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { keepName, keptName } from '../controls/person';
import { NameInput, SignalInput } from '../controls/SignalInput';
import { formatAge } from '../format/instants';
import { formatDay } from '../format/periods';
import { nameOf, t, type TextKey } from '../i18n/text';
import { lang, scope, territory } from '../state/model';
import { address, go } from '../state/navigation';
import { now } from '../state/ui';
import { CaseDrawer } from './CaseDrawer';
import { changedAt, columnsOf, isLate } from './cases';
import { casesOf, renewCases } from './resources';

/** What people work on until it is done, by how far it has come; all of it, or what a test picks. */
export function CaseBoard({ only = () => true }: { readonly only?: (file: Case) => boolean }): VNode | null {
  const unit = scope.value;
  if (!unit) {
    return null;
  }
  const loaded = casesOf(unit.code).value;
  const cases = loaded.value?.filter(only);
  const open = cases?.find(({ id }) => id === address.value.file) ?? null;
  return (
    <>
      <NewCase unit={unit} />
      {loaded.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={renewCases} /> : null}
      {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
      {cases && cases.length === 0 ? <p class="empty">{t('case.none')}</p> : null}
      <div class="case-board">
        {columnsOf(cases ?? []).map(({ stage, cases, count }) => (
          <section key={stage} class="case-column" aria-label={t(`stage.${stage}` as TextKey)}>
            <h2>
              {t(`stage.${stage}` as TextKey)} <small>{count}</small>
            </h2>
            {cases.map((one) => (
              <Card key={one.id} file={one} />
            ))}
          </section>
        ))}
      </div>
      {open ? <CaseDrawer key={open.id} file={open} /> : null}
    </>
  );
}

function Card({ file }: { readonly file: Case }): VNode {
  const unit = territory.value?.find(file.unit);
  const late = isLate(file, now.value.toISOString().slice(0, 10));
  return (
    <button
      type="button"
      class={late ? 'case-card is-late' : 'case-card'}
      data-case={file.id}
      onClick={() => go({ file: file.id })}>
      <b>{file.title}</b>
      {file.kind ? <span class="case-kind">{t(`concern.${file.kind}`)}</span> : null}
      <span>
        {unit ? nameOf(unit) : file.unit}
        {file.assignee ? ` · ${file.assignee}` : ''}
      </span>
      <small>
        {[
          file.deadline === null
            ? null
            : t(late ? 'case.lateSince' : 'case.due', { day: formatDay(file.deadline, lang.value) }),
          formatAge(changedAt(file), now.value, lang.value),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </button>
  );
}

/** A case that no alert began. */
function NewCase({ unit }: { readonly unit: Unit }): VNode {
  const title = useSignal('');
  const name = useSignal(keptName());
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const open = async (): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      const made = await api.openCase({ by: name.value, title: title.value, unit: unit.code });
      keepName(name.value);
      title.value = '';
      renewCases();
      go({ file: made.id });
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <form class="duty-decision" onSubmit={(event) => event.preventDefault()}>
      <NameInput value={name} />
      <SignalInput value={title} maxLength={500} label={t('case.title', { place: nameOf(unit) })} />
      <button
        type="button"
        disabled={isBusy.value || name.value.trim() === '' || title.value.trim() === ''}
        onClick={() => void open()}>
        {t('case.open')}
      </button>
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </form>
  );
}
