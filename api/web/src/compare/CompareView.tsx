import type { VNode } from 'preact';
import type { Indicator, Rollup } from '../api/types';
import { BoundaryPicker } from '../boundaries/BoundaryPicker';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { formatBare, formatGap } from '../format/figures';
import { formatDay, formatPeriod } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import {
  cache,
  city,
  date,
  indicator,
  lang,
  level,
  period,
  periods,
  rebasedOn,
  rollupsOf,
  scope,
} from '../state/model';
import { unitsInView } from '../state/choropleth';
import { address, go } from '../state/navigation';
import { WhyButton } from '../why/WhyButton';
import { compareRows, isSure, type CompareRow } from './rows';

const words = (code: string): string => tCode('unit', code);

/** Two periods side by side, every figure of both on the boundaries of one day. */
export default function CompareView(): VNode | null {
  const [what, when, tier, root] = [indicator.value, period.value, level.value, city.value.value?.rootUnit];
  if (!what || !when || !tier || !root || !scope.value || !date.value) {
    return null;
  }
  const versus = address.value.versus ?? earlierThan(when);
  const [before, after] = [versus, when].map((one) => rollupsOf(root, tier, what.code, one, rebasedOn(one)).value);
  const rows = compareRows(unitsInView.value, before?.value ?? [], after?.value ?? []);
  const failed = [before, after].find((one) => one?.state === 'failed');
  if (before?.value && after?.value) {
    document.documentElement.dataset['ready'] = 'true';
  }
  return (
    <section class="scorecard compare" aria-label={t('view.compare')}>
      <header class="score-head">
        <h1>{t('compare.title', { what: nameOf(what), place: nameOf(scope.value) })}</h1>
        <p class="hint">{t('compare.subtitle', { day: formatDay(date.value, lang.value) })}</p>
      </header>
      <div class="score-tools">
        <PeriodChoice label={t('compare.before')} value={versus} onPick={(one) => go({ versus: one })} />
        <PeriodChoice label={t('compare.after')} value={when} onPick={(one) => go({ period: one, versus })} />
        <BoundaryPicker />
        <Link change={{ view: 'map', method: 'difference', versus, selected: null }}>{t('compare.onMap')}</Link>
      </div>
      {failed?.state === 'failed' ? (
        <ProblemNote problem={failed.problem} onRetry={() => cache.retryFailed()} />
      ) : (
        <CompareTable rows={rows} what={what} before={versus} after={when} />
      )}
    </section>
  );
}

/** The period before one in the list, or the first of all. */
function earlierThan(when: string): string {
  const place = periods.value.indexOf(when);
  return periods.value[Math.max(0, place - 1)] ?? when;
}

function PeriodChoice({
  label,
  value,
  onPick,
}: {
  readonly label: string;
  readonly value: string;
  readonly onPick: (period: string) => void;
}): VNode {
  return (
    <label class="period-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {[...new Set([...periods.value, value])].map((one) => (
          <option key={one} value={one}>
            {formatPeriod(one, lang.value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function CompareTable({
  rows,
  what,
  before,
  after,
}: {
  readonly rows: readonly CompareRow[];
  readonly what: Indicator;
  readonly before: string;
  readonly after: string;
}): VNode {
  const largest = Math.max(...rows.map((row) => Math.abs(row.difference ?? 0)), Number.MIN_VALUE);
  return (
    <div class="scroll score-scroll" tabIndex={0} role="region" aria-label={t('view.compare')}>
      <table class="score-table compare-table">
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            <th scope="col" class="number">
              {formatPeriod(before, lang.value)}
            </th>
            <th scope="col" class="number">
              {formatPeriod(after, lang.value)}
            </th>
            <th scope="col" class="number">
              {t('compare.difference')}
            </th>
            <th scope="col">{t('compare.how')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit.code}>
              <th scope="row">{nameOf(row.unit)}</th>
              <td class="number">
                <Asked figure={row.before} what={what} />
              </td>
              <td class="number">
                <Asked figure={row.after} what={what} />
              </td>
              <td class="number">
                <Bar share={(row.difference ?? 0) / largest} />
                <span class={isSure(row) || row.error === 0 ? 'sure' : 'unsure'}>
                  {formatGap(row.difference, what, lang.value)}
                  {row.error ? ` ± ${formatBare(row.error, what, lang.value, words)}` : null}
                </span>
              </td>
              <td class="hint">{howOf(row.before, row.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure that opens what it was made from, on the boundaries that it is shown on. */
function Asked({ figure, what }: { readonly figure: Rollup | undefined; readonly what: Indicator }): VNode {
  const { unit, indicator: code, period: when, rebasing } = figure ?? {};
  const text = formatBare(figure?.value, what, lang.value, words);
  return unit && code && when ? (
    <WhyButton about={{ unit, indicator: code, period: when, on: rebasing?.boundaries ?? null }}>{text}</WhyButton>
  ) : (
    <>{text}</>
  );
}

/** The difference as a length; its sign is in the number, so this is for the eye alone. */
function Bar({ share }: { readonly share: number }): VNode {
  return (
    <span class={share < 0 ? 'difference-bar is-fall' : 'difference-bar'} aria-hidden="true">
      <span style={{ width: `${Math.abs(share) * 100}%` }} />
    </span>
  );
}

function howOf(...figures: readonly (Rollup | undefined)[]): string {
  const rebasing = figures.map((figure) => figure?.rebasing ?? null).find((one) => one !== null);
  if (!rebasing) {
    return t('compare.asReported');
  }
  return lang.value === 'vi' ? rebasing.textVi : rebasing.textEn;
}
