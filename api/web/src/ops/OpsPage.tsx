import { useSignal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import type { GrainReadings } from '../api/types';
import { formatAge, formatClock, formatInstant } from '../format/instants';
import { formatNumber, formatValue } from '../format/numbers';
import { t, type TextKey } from '../i18n/text';
import { Languages } from '../shell/Languages';
import { lang } from '../state/model';
import { CLASS_COLUMNS, classRows, sizeOf, type ClassColumn, type ClassRow, type Rates } from './rates';
import { watched } from './watch';

/** What the process, the log and the grains are doing, read anew every two seconds. */
export function OpsPage(): VNode {
  const { latest, rates, silentSince } = watched.value;
  if (latest) {
    document.documentElement.dataset['ready'] = 'true';
  }
  return (
    <>
      <header class="topbar ops-bar">
        <nav class="crumbs" aria-label={t('nav.place')}>
          <img src="/icon.svg" alt="" width="26" height="26" />
          <ol>
            <li>
              <a href="/">{t('ops.city')}</a>
            </li>
            <li>
              <span aria-current="page">{t('ops.title')}</span>
            </li>
          </ol>
        </nav>
        <span class="spacer" />
        <Languages />
      </header>
      <main class="ops">
        <h1>{t('ops.title')}</h1>
        <p role="status" class={silentSince ? 'ops-state is-broken' : 'ops-state'}>
          {stateOf(latest, silentSince)}
        </p>
        {latest ? (
          <>
            <Totals latest={latest} rates={rates} />
            <Classes latest={latest} rates={rates} />
            <Busiest latest={latest} />
            <Incidents latest={latest} />
          </>
        ) : null}
      </main>
    </>
  );
}

function stateOf(latest: GrainReadings | null, silentSince: string | null): string {
  if (silentSince) {
    return t('ops.silent', { time: formatClock(new Date(silentSince)) });
  }
  if (!latest) {
    return t('state.loading');
  }
  return latest.health.isReady ? t('ops.ready') : t('ops.notReady', { detail: latest.health.detail });
}

function Totals({ latest, rates }: { readonly latest: GrainReadings; readonly rates: Rates | null }): VNode {
  const { process } = latest;
  const activations = latest.classes.reduce((sum, one) => sum + one.activations, 0);
  const waiting = latest.classes.reduce((sum, one) => sum + (one.waitingCalls ?? 0), 0);
  const age = formatAge(process.startedAt, new Date(latest.at), lang.value);
  const entries: readonly (readonly [TextKey, string, string?])[] = [
    ['ops.running', age, formatInstant(process.startedAt, lang.value)],
    ['ops.cpu', share(rates?.cpuShare), t('ops.ofProcessors', { count: process.processors })],
    ['ops.memory', size(process.workingSetBytes), t('ops.heap', { size: size(process.heapBytes) })],
    ['ops.pauses', share(rates?.pauseShare)],
    ['ops.pool', whole(process.poolThreads), t('ops.queued', { count: whole(process.poolQueue) })],
    ['ops.log', whole(latest.logHead), t('ops.writes', { count: whole(rates?.writesPerSecond) })],
    ['ops.activations', whole(activations), t('ops.waiting', { count: whole(waiting) })],
    ['ops.calls', whole(rates?.callsPerSecond)],
  ];
  return (
    <dl class="ops-totals">
      {entries.map(([key, value, more]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>
            <b>{value}</b>
            {more ? <small>{more}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function whole(count: number | null | undefined): string {
  return formatNumber(count, 0, lang.value);
}

function size(bytes: number): string {
  const { amount, unit } = sizeOf(bytes);
  return `${whole(amount)} ${unit}`;
}

function share(part: number | undefined): string {
  return formatValue(part === undefined ? null : part * 100, '%', 1, lang.value);
}

function Classes({ latest, rates }: { readonly latest: GrainReadings; readonly rates: Rates | null }): VNode {
  const by = useSignal<ClassColumn>('callsPerSecond');
  return (
    <Section title={t('ops.classes')}>
      {latest.dashboard ? (
        <p class="hint">
          {t('ops.elsewhere')} <a href={latest.dashboard}>{latest.dashboard}</a>
        </p>
      ) : null}
      <table class="score-table">
        <thead>
          <tr>
            {CLASS_COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                class={column === 'name' ? undefined : 'col-number'}
                aria-sort={sortOf(column, by.value)}>
                <button
                  type="button"
                  class="quiet"
                  title={t(`opstitle.${column}` as TextKey)}
                  onClick={() => {
                    by.value = column;
                  }}>
                  {t(`opscolumn.${column}` as TextKey)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classRows(latest, rates, by.value).map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {CLASS_COLUMNS.filter((column) => column !== 'name').map((column) => (
                <td key={column} class={isTrouble(row, column) ? 'col-number is-trouble' : 'col-number'}>
                  {formatNumber(row[column], column === 'busyThreads' ? 3 : 0, lang.value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function sortOf(column: ClassColumn, by: ClassColumn): 'ascending' | 'descending' | undefined {
  if (column !== by) {
    return undefined;
  }
  return column === 'name' ? 'ascending' : 'descending';
}

/** Whether a count should be zero on a good day, and is not. */
function isTrouble(row: ClassRow, column: Exclude<ClassColumn, 'name'>): boolean {
  return ['failures', 'timeouts', 'refusals', 'slowTurns'].includes(column) && (row[column] ?? 0) > 0;
}

function Busiest({ latest }: { readonly latest: GrainReadings }): VNode {
  return (
    <Section title={t('ops.busiest')}>
      {latest.busiest.length === 0 ? <p class="empty">{t('ops.noneBusy')}</p> : null}
      {latest.busiest.length > 0 ? (
        <table class="score-table">
          <thead>
            <tr>
              <th scope="col">{t('ops.grain')}</th>
              <th scope="col" class="col-number">
                {t('ops.busy')}
              </th>
              <th scope="col" class="col-number">
                {t('opscolumn.callsPerSecond')}
              </th>
              <th scope="col" class="col-number">
                {t('opscolumn.waitingCalls')}
              </th>
            </tr>
          </thead>
          <tbody>
            {latest.busiest.map((one) => (
              <tr key={`${one.grainClass}/${one.key}`}>
                <th scope="row">
                  {one.key} <small>{one.grainClass}</small>
                </th>
                <td class="col-number">
                  <meter min={0} max={1} value={Math.min(1, one.busyShare)} aria-label={t('ops.busy')} />{' '}
                  {share(one.busyShare)}
                </td>
                <td class="col-number">{formatNumber(one.callsPerSecond, 1, lang.value)}</td>
                <td class="col-number">{whole(one.waitingCalls)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  );
}

function Incidents({ latest }: { readonly latest: GrainReadings }): VNode {
  return (
    <Section title={t('ops.incidents')}>
      {latest.incidents.length === 0 ? <p class="empty">{t('ops.noIncidents')}</p> : null}
      {latest.incidents.length > 0 ? (
        <table class="score-table">
          <thead>
            <tr>
              <th scope="col">{t('ops.when')}</th>
              <th scope="col">{t('ops.grain')}</th>
              <th scope="col">{t('ops.work')}</th>
              <th scope="col">{t('ops.what')}</th>
            </tr>
          </thead>
          <tbody>
            {latest.incidents.map((one, i) => (
              // Several may have one instant, so their place is part of the key.
              <tr key={`${one.at}/${one.key}/${i}`}>
                <td>{formatInstant(one.at, lang.value)}</td>
                <th scope="row">
                  {one.key} <small>{one.grainClass}</small>
                </th>
                <td>{one.work}</td>
                <td>{one.failure ?? t('ops.slow', { ms: whole(one.elapsedMilliseconds) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <section>
      <h2>{title}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
    </section>
  );
}
