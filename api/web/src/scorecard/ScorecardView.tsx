import type { VNode } from 'preact';
import type { Indicator, ScorecardRow, Unit } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { StatusFilter } from '../controls/StatusFilter';
import { formatTarget } from '../format/figures';
import { formatInstant } from '../format/instants';
import { formatPeriod } from '../format/periods';
import { nameOf, t, tCode, type TextKey } from '../i18n/text';
import { asStatus } from '../scale/statuses';
import { cache, city, indicators, keys, lang, period, scope, scorecardOf } from '../state/model';
import { address, go } from '../state/navigation';
import { now } from '../state/ui';
import { FleetLine } from '../fleet/FleetLine';
import { toCsv } from './csv';
import { download } from './download';
import { countStatuses, filterRows, readSort, sortRows } from './rows';
import { Milestones } from './Milestones';
import { ScoreTable } from './ScoreTable';

/** Every target that binds the unit, and where it stands. */
export default function ScorecardView(): VNode | null {
  const unit = scope.value;
  const when = period.value;
  if (!unit || !when) {
    return null;
  }
  const loaded = scorecardOf(unit.code, when).value;
  const { statuses, find, sort } = address.value;
  const all = loaded.value ?? [];
  const rows = sortRows(filterRows(all, statuses, find), readSort(sort));
  if (loaded.value) {
    document.documentElement.dataset['ready'] = 'true';
  }
  return (
    <section class="scorecard" aria-label={t('view.scorecard')}>
      <header class="score-head">
        <h1>{t('score.title', { place: nameOf(unit) })}</h1>
        <p class="hint">{t('score.subtitle', { period: formatPeriod(when, lang.value), count: all.length })}</p>
        <p class="print-only hint">{sourceOf()}</p>
        <FleetLine />
      </header>
      <div class="score-tools">
        <StatusFilter counts={countStatuses(all)} statuses={statuses} />
        <input
          type="search"
          value={find}
          placeholder={t('score.find')}
          aria-label={t('score.find')}
          onInput={(event) => go({ find: event.currentTarget.value }, 'replace')}
        />
        <button type="button" disabled={rows.length === 0} onClick={() => exportCsv(unit, when, rows)}>
          <Icon name="download" />
          {t('score.export')}
        </button>
        <button type="button" disabled={rows.length === 0} onClick={() => window.print()}>
          <Icon name="print" />
          {t('score.print')}
        </button>
      </div>
      {loaded.state === 'failed' && !loaded.value ? (
        <ProblemNote
          problem={loaded.problem}
          onRetry={() => cache.renew((key) => key === keys.scorecard(unit.code, when))}
        />
      ) : null}
      {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
      {loaded.value && all.length === 0 ? <p class="empty">{t('score.none')}</p> : null}
      {all.length > 0 && rows.length === 0 ? (
        <p class="empty">
          {t('score.noneFound')} <Link change={{ statuses: [], find: '' }}>{t('score.clear')}</Link>
        </p>
      ) : null}
      <Milestones unit={unit} period={when} />
      {rows.length > 0 ? <ScoreTable rows={rows} sort={readSort(sort)} indicatorOf={indicatorOf} /> : null}
    </section>
  );
}

function indicatorOf(code: string | null): Indicator | null {
  return indicators.value.value?.find((candidate) => candidate.code === code) ?? null;
}

/** Where the figures come from and when they were printed; stands on every printed copy. */
function sourceOf(): string {
  const place = city.value.value;
  const title = lang.value === 'vi' ? place?.titleVi : place?.titleEn;
  const source = t('score.source', { title: title ?? '', now: formatInstant(now.value.toISOString(), lang.value) });
  return place?.isDemo ? `${source} ${t('badge.demoTitle')}` : source;
}

/** What the table shows, in its order. */
function exportCsv(unit: Unit, when: string, rows: readonly ScorecardRow[]): void {
  const words = (code: string): string => tCode('unit', code);
  const head = [
    'table.unit',
    'score.period',
    'score.id',
    'score.name',
    'table.status',
    'table.value',
    'score.unit',
    'target.target',
    'target.gap',
    'target.trend',
    'target.required',
    'score.pace',
    'target.projected',
    'target.due',
    'score.owner',
    'why.numerator',
    'why.denominator',
    'card.reported',
    'card.expected',
    'score.reason',
  ] as const;
  const body = rows.map((row) => {
    const what = indicatorOf(row.indicator);
    return [
      unit.code,
      when,
      row.target.id,
      nameOf(row.target),
      t(`status.${asStatus(row.status)}`),
      row.figure?.value ?? null,
      words(what?.unitOfMeasure ?? row.target.unitOfMeasure ?? ''),
      what ? formatTarget(row.target, what, lang.value, words) : null,
      row.gap,
      row.trendPerMonth,
      row.requiredPerPeriod,
      row.pace ? t(`pace.${row.pace}` as TextKey) : null,
      row.projectedDate,
      row.target.dueDate,
      row.target.ownerAgency,
      row.figure?.numerator ?? null,
      row.figure?.denominator ?? null,
      row.figure?.coverage.reported ?? null,
      row.figure?.coverage.expected ?? null,
      lang.value === 'vi' ? row.reasonVi : row.reasonEn,
    ];
  });
  const csv = toCsv([head.map((key) => t(key)), ...body], lang.value === 'vi' ? ',' : '.');
  download(`scorecard-${unit.code}-${when}.csv`, csv, 'text/csv;charset=utf-8');
}
