import { useSignal } from '@preact/signals';
import { Fragment, type VNode } from 'preact';
import type { Figure, Indicator, ScorecardRow } from '../api/types';
import { ariaSort, type Sort } from '../controls/sorting';
import { Link } from '../controls/Link';
import { StatusSign } from '../controls/StatusSign';
import { Sparkline } from '../chart/Sparkline';
import { courseOf } from '../chart/trend';
import { TrendChart } from '../chart/TrendChart';
import { formatFigure, formatGap, formatTarget } from '../format/figures';
import { NO_NUMBER } from '../format/numbers';
import { formatDay, sameLength } from '../format/periods';
import { nameOf, t, tCode, type TextKey } from '../i18n/text';
import { asStatus } from '../scale/statuses';
import { lang, seriesOf, territory } from '../state/model';
import { go } from '../state/navigation';
import { WhyButton } from '../why/WhyButton';
import { COLUMNS, writeSort, type ScoreColumn } from './rows';

const words = (code: string): string => tCode('unit', code);
/** What a target can ask for that has parts: a range, a place or "better than before" has none. */
const divisible: readonly string[] = ['atLeast', 'above', 'atMost', 'equal', 'about'];
const numeric: readonly ScoreColumn[] = ['value', 'target', 'gap', 'trend', 'required', 'projected', 'due'];

/** The targets as a table whose header stays; each row opens its arithmetic, its name leads to the map. */
export function ScoreTable({
  rows,
  sort,
  indicatorOf,
}: {
  readonly rows: readonly ScorecardRow[];
  readonly sort: Sort<ScoreColumn>;
  readonly indicatorOf: (code: string | null) => Indicator | null;
}): VNode {
  const open = useSignal<string | null>(null);
  return (
    <div class="scroll score-scroll" tabIndex={0} role="region" aria-label={t('view.scorecard')}>
      <table class="score-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Fragment key={column}>
                <Head column={column} sort={sort} />
                {column === 'value' ? <th scope="col">{t('chart.title')}</th> : null}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.target.id}
              row={row}
              what={indicatorOf(row.indicator)}
              isOpen={open.value === row.target.id}
              onToggle={() => {
                open.value = open.value === row.target.id ? null : row.target.id;
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column, sort }: { readonly column: ScoreColumn; readonly sort: Sort<ScoreColumn> }): VNode {
  const isCurrent = sort.column === column;
  const next = { column, isDown: isCurrent ? !sort.isDown : column === 'status' };
  return (
    <th
      scope="col"
      class={`col-${column} ${numeric.includes(column) ? 'number' : ''}`}
      aria-sort={ariaSort(sort, column)}>
      <button type="button" class="quiet" onClick={() => go({ sort: writeSort(next) }, 'replace')}>
        {t(`column.${column}` as TextKey)}
      </button>
    </th>
  );
}

function Row({
  row,
  what,
  isOpen,
  onToggle,
}: {
  readonly row: ScorecardRow;
  readonly what: Indicator | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): VNode {
  const { target, figure } = row;
  const shown = what ?? { unitOfMeasure: target.unitOfMeasure ?? '', decimals: 1 };
  const gap = (value: number | null): string => formatGap(value, shown, lang.value);
  const reason = lang.value === 'vi' ? row.reasonVi : row.reasonEn;
  return (
    <>
      <tr class={isOpen ? 'is-open' : undefined} data-target={target.id}>
        <td class="col-status">
          <button type="button" class="quiet" aria-expanded={isOpen} title={t('card.why')} onClick={onToggle}>
            <StatusSign status={asStatus(row.status)} />
          </button>
        </td>
        <th scope="row" class="col-name">
          {row.indicator ? (
            <Link change={{ view: 'map', indicator: row.indicator, method: 'status', selected: null }}>
              {nameOf(target)}
            </Link>
          ) : (
            nameOf(target)
          )}
          <small>
            {[target.id, target.section, tiersOf(target.tiers), originOf(target.originId)].filter(Boolean).join(' · ')}
          </small>
        </th>
        <td class="number col-value">
          {figure && figure.value !== null ? (
            <WhyButton about={figure}>{formatFigure(figure.value, shown, lang.value, words)}</WhyButton>
          ) : (
            NO_NUMBER
          )}
          {figure ? (
            <small>
              {figure.coverage.reported}/{figure.coverage.expected}
            </small>
          ) : null}
        </td>
        <td class="col-course">{what ? <Course row={row} what={what} /> : null}</td>
        <td class="number col-target">
          {target.value === null ? NO_NUMBER : formatTarget(target, shown, lang.value, words)}
        </td>
        <td class="number col-gap">{gap(row.gap)}</td>
        <td class="number col-trend">{gap(row.trendPerMonth)}</td>
        <td class="number col-required">
          {gap(row.requiredPerPeriod)}
          {row.pace && row.requiredPerPeriod !== null ? (
            <small>{t(`pace.${row.pace}` as TextKey)}</small>
          ) : null}
        </td>
        <td class="number col-projected">{row.projectedDate ? formatDay(row.projectedDate, lang.value) : NO_NUMBER}</td>
        <td class="number col-due">{target.dueDate ? formatDay(target.dueDate, lang.value) : NO_NUMBER}</td>
        <td class="col-owner">{target.ownerAgency ?? NO_NUMBER}</td>
      </tr>
      {isOpen ? (
        <tr class="reason-row">
          <td colSpan={COLUMNS.length + 1}>
            <div class="reason">
              {reason}
              {what && figure ? <Way row={row} what={what} /> : null}
              {canDivide(row) ? (
                <button type="button" onClick={() => go({ divide: target.id })}>
                  {t('score.divide')}
                </button>
              ) : null}
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** The figures so far, the target as a line and where the path stands. */
function Way({ row, what }: { readonly row: ScorecardRow; readonly what: Indicator }): VNode | null {
  const { figure, target } = row;
  const series = figure ? seriesOf(figure.unit, what.code).value.value : undefined;
  const alike = alikeOf(series ?? [], figure?.period ?? '');
  const course = courseOf(target, alike[0] ?? null);
  return figure && series ? (
    <div class="way">
      <TrendChart
        what={what}
        series={alike}
        period={figure.period}
        targets={[{ ...target, status: row.status }]}
        courses={course ? [course] : []}
      />
    </div>
  ) : null;
}

/** The figures of periods as long as one. */
function alikeOf(series: readonly Figure[], as: string): readonly Figure[] {
  return series.filter(({ period }) => sameLength(period, as));
}

/** The course of a row's figure, small. */
function Course({ row, what }: { readonly row: ScorecardRow; readonly what: Indicator }): VNode | null {
  const { figure, target } = row;
  const series = figure ? seriesOf(figure.unit, what.code).value.value : undefined;
  return figure && series && what.unitOfMeasure !== 'boolean' ? (
    <Sparkline
      series={alikeOf(series, figure.period)}
      goal={target.comparator === 'rank' ? null : target.value}
      description={t('score.course', { name: nameOf(target) })}
    />
  ) : null;
}

/** Whether a target can be given to the units below: one value, that is no share of another. */
function canDivide({ target, figure }: ScorecardRow): boolean {
  const hasBelow = (territory.value?.children(figure?.unit ?? '').length ?? 0) > 0;
  const isWhole = target.isMeasurable && target.originId === null && target.value !== null;
  return hasBelow && isWhole && divisible.includes(target.comparator);
}

function originOf(id: string | null): string {
  return id === null ? '' : t('score.shareOf', { id });
}

function tiersOf(tiers: readonly string[]): string {
  return tiers.map((tier) => tCode('tier', tier)).join(', ');
}
