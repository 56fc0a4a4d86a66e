import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { CaseDrawer } from '../alerts/CaseDrawer';
import { casesOf, renewCases } from '../alerts/resources';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Vessel } from '../api/types';
import { keepName, keptName } from '../controls/person';
import { ProblemNote } from '../controls/ProblemNote';
import { NameInput } from '../controls/SignalInput';
import { t } from '../i18n/text';
import { city } from '../state/model';
import { address, go } from '../state/navigation';
import { casesOfBoat } from './caseFiles';

/** What people work on because of a boat, and the way to begin. */
export function BoatCases({ boat }: { readonly boat: Vessel }): VNode | null {
  const root = city.value.value?.rootUnit;
  if (!root) {
    return null;
  }
  const files = casesOfBoat(casesOf(root).value.value ?? [], boat.id);
  const open = files.find(({ id }) => id === address.value.file) ?? null;
  return (
    <div class="boat-cases">
      <h3>{t('boat.cases', { count: files.length })}</h3>
      {files.map((file) => (
        <button key={file.id} type="button" class="case-card" data-case={file.id} onClick={() => go({ file: file.id })}>
          <b>{file.title}</b>
          <small>{t(`stage.${file.stage}`)}</small>
        </button>
      ))}
      <NewCase boat={boat} root={root} />
      {open ? <CaseDrawer key={open.id} file={open} /> : null}
    </div>
  );
}

function NewCase({ boat, root }: { readonly boat: Vessel; readonly root: string }): VNode {
  const name = useSignal(keptName());
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const open = async (): Promise<void> => {
    isBusy.value = true;
    problem.value = null;
    try {
      const made = await api.openCase({
        by: name.value,
        title: t('boat.caseTitle', { boat: boat.id, what: t(`contact.${boat.contact}`) }),
        unit: boat.homeUnit ?? root,
        vessel: boat.id,
      });
      keepName(name.value);
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
      <button type="button" disabled={isBusy.value || name.value.trim() === ''} onClick={() => void open()}>
        {t('boat.openCase')}
      </button>
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </form>
  );
}
