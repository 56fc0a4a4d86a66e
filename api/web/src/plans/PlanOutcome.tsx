import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { PlanReport } from '../api/types';
import { Link } from '../controls/Link';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { fields, isBusy, undo } from './state';
import { PlanRows } from './PlanRows';

/** What loading the plan would do, or did: row by row, with what to mend. */
export function PlanOutcome({ outcome }: { readonly outcome: PlanReport }): VNode {
  const onlyRefused = useSignal(false);
  const count = (change: string): number => outcome.rows.filter((row) => row.change === change).length;
  const shown = (value: number): string => formatNumber(value, 0, lang.value);
  const kept = new Set(outcome.rows.map((row) => row.id));
  const gone = outcome.report.targetsRemoved.filter((id) => !kept.has(id));
  const { applied, revision } = outcome.report;
  return (
    <div class="import-result" role="status">
      <p>
        <strong>{applied ? t('plans.loaded') : t('plans.wouldLoad')}</strong>{' '}
        {(['added', 'changed', 'same', 'refused'] as const)
          .filter((change) => count(change) > 0)
          .map((change) => t(`planchange.${change}`, { count: shown(count(change)) }))
          .join(', ')}
        {gone.length > 0 ? `, ${t('plans.gone', { count: shown(gone.length) })}` : ''}
        {outcome.otherRows > 0 ? `; ${t('plans.otherRows', { count: shown(outcome.otherRows) })}` : ''}
      </p>
      {applied ? (
        <p class="plan-next">
          <Link
            class="button"
            change={{ view: 'scorecard', unit: null, find: fields.value.planId, statuses: [], sort: null }}>
            {t('plans.seeScorecard')}
          </Link>
          <button type="button" disabled={isBusy.value} onClick={() => void undo(revision)}>
            {t('plans.undo')}
          </button>
        </p>
      ) : null}
      {outcome.report.warnings.map((warning) => (
        <p key={warning.code} class="hint">
          {warning.code === 'plan_without_unit' ? t('plans.withoutUnit') : warning.detail}
        </p>
      ))}
      {count('refused') > 0 ? (
        <label class="check">
          <input
            type="checkbox"
            checked={onlyRefused.value}
            onChange={(event) => {
              onlyRefused.value = event.currentTarget.checked;
            }}
          />
          {t('plans.onlyRefused')}
        </label>
      ) : null}
      <PlanRows
        rows={onlyRefused.value ? outcome.rows.filter((row) => row.change === 'refused') : outcome.rows}
        rejected={outcome.rejected}
        canChoose={!applied}
      />
    </div>
  );
}
