import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Alert } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { nameOf, t, type TextKey } from '../i18n/text';
import { scope } from '../state/model';
import { TABS } from '../state/address';
import { address, go } from '../state/navigation';
import { AlertRow } from './AlertRow';
import { CaseBoard } from './CaseBoard';
import { WebhookPanel } from './WebhookPanel';
import '../styles/cases.css';
import { alertsOf, renewAlerts } from './resources';
import { ALERT_STATES, readAlertStates, SEVERITIES, sortAlerts, type AlertState, type Severity } from './states';

/** What needs somebody, what people work on, and who is told. */
export default function AlertsView(): VNode | null {
  const unit = scope.value;
  const { tab } = address.value;
  if (!unit) {
    return null;
  }
  document.documentElement.dataset['ready'] = 'true';
  return (
    <section class="duties alerts" aria-label={t('view.alerts')}>
      <header class="score-head">
        <h1>{t(`alerttab.${tab}`, { place: nameOf(unit) })}</h1>
        {tab === 'alerts' ? <p class="hint">{t('alert.keys')}</p> : null}
      </header>
      <div class="tabs" role="group" aria-label={t('alert.parts')}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === tab}
            onClick={() => go({ tab: one, file: null, stands: null, by: null })}>
            {t(`tab.${one}`)}
          </button>
        ))}
      </div>
      {tab === 'alerts' ? <Inbox /> : null}
      {tab === 'cases' ? <CaseBoard /> : null}
      {tab === 'webhooks' ? <WebhookPanel /> : null}
    </section>
  );
}

/** Each alert opens what happened to it and what can be done. Keys go through them. */
function Inbox(): VNode | null {
  const unit = scope.value;
  const open = useSignal<string | null>(null);
  const loaded = unit ? alertsOf(unit.code).value : null;
  const states = readAlertStates(address.value.stands);
  const severity = SEVERITIES.find((one) => one === address.value.by) ?? null;
  const rows = sortAlerts(loaded?.value ?? []).filter(
    (alert) => states.includes(alert.state) && (severity === null || alert.severity === severity),
  );
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step === 0 || event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) {
        return;
      }
      const place = rows.findIndex((alert) => alert.id === open.value);
      const next = rows[Math.min(Math.max(place + step, 0), rows.length - 1)];
      open.value = next?.id ?? null;
      document.querySelector(`[data-alert="${next?.id ?? ''}"] button`)?.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('keydown', move);
    return () => removeEventListener('keydown', move);
  });
  if (!unit || !loaded) {
    return null;
  }
  return (
    <>
      <Filters alerts={loaded.value ?? []} states={states} severity={severity} />
      {loaded.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={renewAlerts} /> : null}
      {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
      {loaded.value && rows.length === 0 ? <p class="empty">{t('alert.none')}</p> : null}
      {rows.length > 0 ? (
        <div class="scroll duty-list" tabIndex={0} role="region" aria-label={t('view.alerts')}>
          <table class="score-table">
            <tbody>
              {rows.map((alert) => (
                <AlertRow
                  key={alert.id}
                  alert={alert}
                  isOpen={open.value === alert.id}
                  onToggle={() => {
                    open.value = open.value === alert.id ? null : alert.id;
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}

function Filters({
  alerts,
  states,
  severity,
}: {
  readonly alerts: readonly Alert[];
  readonly states: readonly AlertState[];
  readonly severity: Severity | null;
}): VNode {
  const toggle = (state: AlertState): void => {
    const next = states.includes(state) ? states.filter((other) => other !== state) : [...states, state];
    go({ stands: next.join(' ') });
  };
  return (
    <div class="duties-filter">
      <div class="status-filter" role="group" aria-label={t('alert.filter')}>
        {ALERT_STATES.map((state) => (
          <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
            {t(`alertstate.${state}` as TextKey)} <b>{alerts.filter((alert) => alert.state === state).length}</b>
          </button>
        ))}
      </div>
      <label>
        {t('alert.severity')}{' '}
        <select
          value={severity ?? ''}
          onChange={(event) => go({ by: event.currentTarget.value || null }, 'replace')}>
          <option value="">{t('alert.all')}</option>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {t(`severity.${one}` as TextKey)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
