import type { VNode } from 'preact';
import type { Indicator, Unit } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { StatusFilter } from '../controls/StatusFilter';
import { formatPeriod } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { asStatus } from '../scale/statuses';
import { toCsv } from '../scorecard/csv';
import { download } from '../scorecard/download';
import { LevelChoice } from '../scorecard/LevelChoice';
import { cache, indicators, keys, lang, level, matrixOf, period, scope, territory } from '../state/model';
import { address, go } from '../state/navigation';
import { columnsOf, countStatuses, filterRows, readSort, sortRows, toRows, type UnitRow } from './matrix';
import { MatrixTable } from './MatrixTable';

/** Units × indicators: which of them stand where. */
export default function MatrixView(): VNode | null {
  const [unit, tier, when] = [scope.value, level.value, period.value];
  if (!unit || !tier || !when) {
    return null;
  }
  const loaded = matrixOf(unit.code, tier, when).value;
  const { statuses, find, sort, cells } = address.value;
  const codes = loaded.value?.indicators ?? [];
  const columns = loaded.value ? columnsOf(loaded.value, indicators.value.value ?? []) : [];
  const all = loaded.value ? toRows(loaded.value, (code) => territory.value?.find(code) ?? null) : [];
  const order = readSort(sort, codes);
  const rows = sortRows(filterRows(all, statuses, find), order, codes, cells);
  if (loaded.value) {
    document.documentElement.dataset['ready'] = 'true';
  }
  return (
    <section class="scorecard matrix" aria-label={t('view.matrix')}>
      <header class="score-head">
        <h1>{t('matrix.title', { place: nameOf(unit) })}</h1>
        <p class="hint">
          {t('matrix.subtitle', { period: formatPeriod(when, lang.value), count: rows.length, of: all.length })}
        </p>
      </header>
      <div class="score-tools">
        <Cells />
        <LevelChoice />
        <StatusFilter counts={countStatuses(all)} statuses={statuses} />
        <input
          type="search"
          value={find}
          placeholder={t('matrix.find')}
          aria-label={t('matrix.find')}
          onInput={(event) => go({ find: event.currentTarget.value }, 'replace')}
        />
        <button type="button" disabled={rows.length === 0} onClick={() => exportCsv(unit, when, rows, codes, columns)}>
          <Icon name="download" />
          {t('score.export')}
        </button>
      </div>
      {loaded.state === 'failed' && !loaded.value ? (
        <ProblemNote
          problem={loaded.problem}
          onRetry={() => cache.renew((key) => key === keys.matrix(unit.code, tier, when))}
        />
      ) : null}
      {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
      {loaded.value && rows.length === 0 ? (
        <p class="empty">
          {t('matrix.none')} <Link change={{ statuses: [], find: '' }}>{t('score.clear')}</Link>
        </p>
      ) : null}
      {rows.length > 0 ? <MatrixTable rows={rows} codes={codes} columns={columns} sort={order} cells={cells} /> : null}
    </section>
  );
}

function Cells(): VNode {
  const { cells } = address.value;
  return (
    <span class="choices-inline" role="group" aria-label={t('matrix.cells')}>
      {(['status', 'value'] as const).map((kind) => (
        <button key={kind} type="button" aria-pressed={cells === kind} onClick={() => go({ cells: kind })}>
          {t(`matrix.${kind}`)}
        </button>
      ))}
    </span>
  );
}

/** What the table shows, in its order: value and status of each indicator. */
function exportCsv(
  unit: Unit,
  when: string,
  rows: readonly UnitRow[],
  codes: readonly string[],
  columns: readonly (Indicator | null)[],
): void {
  const name = (i: number): string => {
    const what = columns[i];
    return what ? nameOf(what) : (codes[i] ?? '');
  };
  const head = [
    t('facts.code'),
    t('table.unit'),
    ...codes.flatMap((_, i) => [name(i), `${name(i)}: ${t('table.status')}`, `${name(i)}: ${t('target.gap')}`]),
  ];
  const body = rows.map(({ unit: of, cells }) => [
    of.code,
    nameOf(of),
    ...codes.flatMap((_, i) => [
      cells.values[i] ?? null,
      cells.statuses[i] ? t(`status.${asStatus(cells.statuses[i])}`) : null,
      cells.gaps[i] ?? null,
    ]),
  ]);
  download(
    `matrix-${unit.code}-${when}.csv`.replaceAll('/', '-'),
    toCsv([head, ...body], lang.value === 'vi' ? ',' : '.'),
    'text/csv;charset=utf-8',
  );
}
