import type { VNode } from 'preact';
import { api } from '../api/client';
import type { CityChange, Plan } from '../api/types';
import { Link } from '../controls/Link';
import { NameInput, SignalInput } from '../controls/SignalInput';
import { formatInstant } from '../format/instants';
import { formatNumber } from '../format/numbers';
import { formatDay } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { cache, lang } from '../state/model';
import { isBusy, name, reason, undo, withdraw } from './state';

const MAX_CHANGES = 10;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The plans that are loaded, and what was done to them. */
export function LoadedPlans(): VNode {
  const plans = cache.get('plans', api.plans).value.value ?? [];
  const changes = (cache.get('plans|changes', api.planChanges).value.value ?? []).slice(0, MAX_CHANGES);
  const isSigned = name.value.trim() !== '' && reason.value.trim() !== '' && !isBusy.value;
  return (
    <section class="exchange-part" aria-labelledby="plans-title">
      <h1 id="plans-title">{t('plans.title', { count: formatNumber(plans.length, 0, lang.value) })}</h1>
      <div class="exchange-row">
        <NameInput value={name} />
        <SignalInput value={reason} maxLength={200} label={t('plans.reason')} />
        <p class="hint">{t('plans.signHint')}</p>
      </div>
      <ul class="plan-list">
        {plans.map((plan) => (
          <PlanItem key={plan.id} plan={plan} canWithdraw={isSigned} />
        ))}
      </ul>
      {changes.length > 0 ? (
        <>
          <h2>{t('plans.changes')}</h2>
          <ul class="plan-list">
            {changes.map((change) => (
              <ChangeItem key={change.sequence} change={change} canUndo={isSigned} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function PlanItem({ plan, canWithdraw }: { readonly plan: Plan; readonly canWithdraw: boolean }): VNode {
  const title = nameOf({ nameVi: plan.titleVi, nameEn: plan.titleEn });
  return (
    <li data-plan={plan.id}>
      <div>
        <b>{title}</b>
        <small>
          {[plan.documentNumber, dayOf(plan.documentDate), plan.place, plan.id].filter(Boolean).join(' · ')}
          {plan.unit === null ? ` · ${t('plans.bindsNobody')}` : ''}
        </small>
      </div>
      <Link change={{ view: 'scorecard', unit: null, find: plan.id, statuses: [], sort: null }}>
        {t('plans.targets', { count: formatNumber(plan.targetCount, 0, lang.value) })}
      </Link>
      <button
        type="button"
        disabled={!canWithdraw}
        aria-label={t('plans.withdrawOf', { plan: title })}
        onClick={() => void withdraw(plan.id)}>
        {t('plans.withdraw')}
      </button>
    </li>
  );
}

/** A day as the reader writes it; a document may have but a year. */
function dayOf(date: string | null): string | null {
  return date !== null && DAY.test(date) ? formatDay(date, lang.value) : date;
}

function ChangeItem({ change, canUndo }: { readonly change: CityChange; readonly canUndo: boolean }): VNode {
  return (
    <li data-change={change.sequence}>
      <div>
        <b>{change.reason}</b>
        <small>
          {change.by} · {formatInstant(change.at, lang.value)}
          {change.stands ? '' : ` · ${t('plans.undone')}`}
        </small>
      </div>
      {change.stands ? (
        <button type="button" disabled={!canUndo} onClick={() => void undo(change.sequence)}>
          {t('plans.undo')}
        </button>
      ) : null}
    </li>
  );
}
