import type { VNode } from 'preact';
import type { Indicator, RankedFigure } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { StatusSign } from '../controls/StatusSign';
import { formatFigure, formatGap, formatTarget } from '../format/figures';
import { formatAmount, NO_NUMBER } from '../format/numbers';
import { formatPeriod } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { IndicatorPicker } from '../map/IndicatorPicker';
import { asStatus } from '../scale/statuses';
import { toCsv } from '../scorecard/csv';
import { download } from '../scorecard/download';
import { LevelChoice } from '../scorecard/LevelChoice';
import { cache, city, indicator, keys, lang, level, period, rankingOf, scope, territory } from '../state/model';
import { address, go } from '../state/navigation';
import { WhyButton } from '../why/WhyButton';
import { barShare, filterRanking, writePlace } from './ranking';

const words = (code: string): string => tCode('unit', code);

/** The units in the order of one indicator, with the working. */
export default function RankingView(): VNode | null {
  const [unit, tier, what, when] = [scope.value, level.value, indicator.value, period.value];
  if (!unit || !tier || !what || !when) {
    return null;
  }
  const loaded = rankingOf(unit.code, tier, what.code, when).value;
  const all = loaded.value ?? [];
  const rows = filterRanking(all, address.value.find, nameOfUnit);
  if (loaded.value) {
    document.documentElement.dataset['ready'] = 'true';
  }
  return (
    <section class="scorecard ranking" aria-label={t('view.ranking')}>
      <header class="score-head">
        <h1>{nameOf(what)}</h1>
        <p class="hint">
          {t('ranking.subtitle', {
            place: nameOf(unit),
            period: formatPeriod(when, lang.value),
            count: all.filter(({ place }) => place !== null).length,
            of: all.length,
          })}
        </p>
      </header>
      <div class="score-tools">
        <IndicatorPicker />
        <LevelChoice />
        <input
          type="search"
          value={address.value.find}
          placeholder={t('matrix.find')}
          aria-label={t('matrix.find')}
          onInput={(event) => go({ find: event.currentTarget.value }, 'replace')}
        />
        <button type="button" disabled={rows.length === 0} onClick={() => exportCsv(what, when, rows)}>
          <Icon name="download" />
          {t('score.export')}
        </button>
      </div>
      {loaded.state === 'failed' && !loaded.value ? (
        <ProblemNote
          problem={loaded.problem}
          onRetry={() => cache.renew((key) => key === keys.ranking(unit.code, tier, what.code, when))}
        />
      ) : null}
      {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
      {loaded.value && rows.length === 0 ? <p class="empty">{t('matrix.none')}</p> : null}
      {rows.length > 0 ? <Table rows={rows} all={all} what={what} /> : null}
    </section>
  );
}

function Table({
  rows,
  all,
  what,
}: {
  readonly rows: readonly RankedFigure[];
  readonly all: readonly RankedFigure[];
  readonly what: Indicator;
}): VNode {
  const root = city.value.value?.rootUnit;
  const values = all.map(({ value }) => value);
  const head = ['place', 'unit', 'value', 'working', 'target', 'gap'] as const;
  return (
    <div class="scroll score-scroll" tabIndex={0} role="region" aria-label={t('view.ranking')}>
      <table class="score-table ranking-table">
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col" class={column === 'unit' ? undefined : 'number'}>
                {t(`ranking.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit} data-unit={row.unit}>
              <td class="number col-place" title={row.place?.isTied ? t('ranking.tied') : undefined}>
                {writePlace(row.place)}
              </td>
              <th scope="row" class="col-name">
                <Link change={{ view: 'scorecard', unit: row.unit === root ? null : row.unit, level: null, find: '' }}>
                  {nameOfUnit(row.unit)}
                </Link>
                <span class="bar" style={{ width: `${(barShare(row.value, values) * 100).toFixed(1)}%` }} />
              </th>
              <td class="number col-value">
                <WhyButton about={row}>{formatFigure(row.value, what, lang.value, words)}</WhyButton>
              </td>
              <td class="number">{workingOf(row)}</td>
              <td class="number">
                {row.target ? (
                  <>
                    <StatusSign status={asStatus(row.target.status)} isBare />{' '}
                    {formatTarget(row.target, what, lang.value, words)}
                  </>
                ) : (
                  NO_NUMBER
                )}
              </td>
              <td class="number">{formatGap(row.gap, what, lang.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function workingOf({ numerator, denominator }: RankedFigure): string {
  if (numerator === null) {
    return NO_NUMBER;
  }
  const over = denominator === null ? '' : ` / ${formatAmount(denominator, lang.value)}`;
  return `${formatAmount(numerator, lang.value)}${over}`;
}

function nameOfUnit(code: string): string {
  const unit = territory.value?.find(code);
  return unit ? nameOf(unit) : code;
}

function exportCsv(what: Indicator, when: string, rows: readonly RankedFigure[]): void {
  const head = [
    'ranking.place',
    'facts.code',
    'table.unit',
    'table.value',
    'why.numerator',
    'why.denominator',
  ] as const;
  const body = rows.map((row) => [
    writePlace(row.place),
    row.unit,
    nameOfUnit(row.unit),
    row.value,
    row.numerator,
    row.denominator,
    row.target ? t(`status.${asStatus(row.target.status)}`) : null,
    row.gap,
  ]);
  download(
    `ranking-${what.code}-${when}.csv`.replaceAll('/', '-'),
    toCsv(
      [[...head.map((key) => t(key)), t('table.status'), t('target.gap')], ...body],
      lang.value === 'vi' ? ',' : '.',
    ),
    'text/csv;charset=utf-8',
  );
}
