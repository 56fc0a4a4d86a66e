import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Webhook, WebhookTest } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { keepName, keptName } from '../controls/person';
import { NameInput, SignalInput } from '../controls/SignalInput';
import { formatInstant } from '../format/instants';
import { nameOf, t, type TextKey } from '../i18n/text';
import { lang, scope, territory } from '../state/model';
import { deadLettersOf, deliveriesOf, renewWebhooks, webhooks } from './resources';
import { SEVERITIES, type Severity } from './states';

/** Who is told of alerts over HTTP, what waits for them, and what could not be delivered. */
export function WebhookPanel(): VNode {
  const loaded = webhooks().value;
  return (
    <div class="webhooks">
      <p class="hint">{t('webhook.hint')}</p>
      <NewWebhook />
      {loaded.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={renewWebhooks} /> : null}
      {loaded.value && loaded.value.length === 0 ? <p class="empty">{t('webhook.none')}</p> : null}
      {loaded.value?.map((one) => (
        <Subscription key={one.id} hook={one} />
      ))}
    </div>
  );
}

function Subscription({ hook }: { readonly hook: Webhook }): VNode {
  const problem = useSignal<Problem | null>(null);
  const tried = useSignal<WebhookTest | null>(null);
  const waiting = deliveriesOf(hook.id).value.value ?? [];
  const aside = deadLettersOf(hook.id).value.value ?? [];
  const act = async (what: () => Promise<unknown>): Promise<void> => {
    problem.value = null;
    try {
      await what();
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      renewWebhooks();
    }
  };
  const unit = hook.unit === null ? null : territory.value?.find(hook.unit);
  return (
    <article class="webhook" data-webhook={hook.id}>
      <h2>{hook.url}</h2>
      <p class="hint">
        {[
          unit ? nameOf(unit) : (hook.unit ?? t('webhook.everywhere')),
          t('webhook.from', { severity: t(`severity.${hook.leastSeverity}` as TextKey) }),
          t('webhook.by', { who: hook.by, when: formatInstant(hook.at, lang.value) }),
        ].join(' · ')}
      </p>
      <p>
        {t('webhook.waiting', { count: waiting.length })} · {t('webhook.aside', { count: aside.length })}
      </p>
      {aside.length > 0 ? (
        <ul class="webhook-letters">
          {aside.slice(0, 10).map((letter) => (
            <li key={letter.id}>
              <span>
                {t(`alertevent.${letter.kind}` as TextKey)} · {formatInstant(letter.since, lang.value)} ·{' '}
                {t('webhook.tried', { count: letter.attempts })}
              </span>
              <small>{letter.lastError}</small>
              <button type="button" onClick={() => void act(() => api.redeliver(hook.id, letter.id))}>
                {t('webhook.again')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {tried.value ? (
        <p class="note" role="status">
          {tried.value.isDelivered
            ? t('webhook.arrived', { milliseconds: tried.value.milliseconds })
            : t('webhook.notArrived', { error: tried.value.error ?? '' })}
        </p>
      ) : null}
      <div class="actions">
        <button
          type="button"
          onClick={() =>
            void act(async () => {
              tried.value = await api.testWebhook(hook.id);
            })
          }>
          {t('webhook.try')}
        </button>
        <button
          type="button"
          disabled={aside.length === 0}
          onClick={() => void act(() => api.redeliver(hook.id, null))}>
          {t('webhook.allAgain')}
        </button>
        <button type="button" onClick={() => void act(() => api.removeWebhook(hook.id))}>
          {t('webhook.end')}
        </button>
      </div>
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </article>
  );
}

/** A new subscription; its secret is shown once, here. */
function NewWebhook(): VNode {
  const url = useSignal('');
  const name = useSignal(keptName());
  const severity = useSignal<Severity>('warning');
  const isHere = useSignal(false);
  const made = useSignal<Webhook | null>(null);
  const problem = useSignal<Problem | null>(null);
  const add = async (): Promise<void> => {
    problem.value = null;
    try {
      made.value = await api.addWebhook({
        url: url.value,
        by: name.value,
        leastSeverity: severity.value,
        unit: isHere.value ? (scope.value?.code ?? null) : null,
      });
      keepName(name.value);
      url.value = '';
      renewWebhooks();
    } catch (error) {
      problem.value = asProblem(error);
    }
  };
  return (
    <form class="duty-decision" onSubmit={(event) => event.preventDefault()}>
      <SignalInput value={url} maxLength={2000} label={t('webhook.url')} />
      <NameInput value={name} />
      <label>
        {t('webhook.least')}{' '}
        <select
          value={severity.value}
          onChange={(event) => {
            severity.value = SEVERITIES.find((one) => one === event.currentTarget.value) ?? 'warning';
          }}>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {t(`severity.${one}` as TextKey)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={isHere.value}
          onChange={(event) => {
            isHere.value = event.currentTarget.checked;
          }}
        />{' '}
        {t('webhook.onlyHere', { place: scope.value ? nameOf(scope.value) : '' })}
      </label>
      <button
        type="button"
        disabled={url.value.trim() === '' || name.value.trim() === ''}
        onClick={() => void add()}>
        {t('webhook.add')}
      </button>
      {made.value?.secret ? (
        <p class="note" role="status">
          {t('webhook.secret')} <code>{made.value.secret}</code>
        </p>
      ) : null}
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
    </form>
  );
}
