import type { VNode } from 'preact';
import { DropZone } from '../controls/DropZone';
import { ProblemNote } from '../controls/ProblemNote';
import { t } from '../i18n/text';
import { city } from '../state/model';
import { DocumentForm } from './DocumentForm';
import { PlanOutcome } from './PlanOutcome';
import { file, inspection, isBusy, open, problem, report } from './state';

/** A table of targets: choose it, say what document it is of, see what it would change, load it. */
export function LoadPanel(): VNode {
  const root = city.value.value?.rootUnit ?? '';
  return (
    <section class="exchange-part" aria-labelledby="plan-title">
      <h1 id="plan-title">{t('plans.load')}</h1>
      <p class="hint">{t('plans.loadHint')}</p>
      <DropZone
        accept=".csv,.tsv,.txt,.xlsx,.xls"
        chosen={file.value?.name ?? null}
        onFile={(picked) => void open(picked, root)}
      />
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
      {isBusy.value ? (
        <p class="hint" role="status">
          {t('exchange.busy')}
        </p>
      ) : null}
      {inspection.value ? <DocumentForm seen={inspection.value} /> : null}
      {report.value ? <PlanOutcome outcome={report.value} /> : null}
    </section>
  );
}
