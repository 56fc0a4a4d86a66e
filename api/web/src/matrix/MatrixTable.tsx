import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Indicator } from '../api/types';
import { Link } from '../controls/Link';
import { StatusSign } from '../controls/StatusSign';
import { ariaSort, type Sort } from '../controls/sorting';
import { formatBare } from '../format/figures';
import { formatPeriod } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { asStatus } from '../scale/statuses';
import { city, lang } from '../state/model';
import { go } from '../state/navigation';
import type { Question } from '../why/question';
import { BY_NAME, step, writeSort, type UnitRow } from './matrix';

const words = (code: string): string => tCode('unit', code);

/**
 * The cells, with a head and a first column that stay; arrow keys go from cell to cell, Enter opens the scorecard,
 * Space and a click what the figure was made from.
 */
export function MatrixTable({
  rows,
  codes,
  columns,
  sort,
  cells,
}: {
  readonly rows: readonly UnitRow[];
  readonly codes: readonly string[];
  readonly columns: readonly (Indicator | null)[];
  readonly sort: Sort<string>;
  readonly cells: 'value' | 'status';
}): VNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const active = useSignal<readonly [number, number]>([0, 0]);
  const root = city.value.value?.rootUnit;
  const ask = (y: number, x: number): void => {
    const question = questionOf(rows[y], codes[x], x);
    if (question) {
      go({ why: question });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = step(event.key, active.value, rows.length, codes.length);
    if (next) {
      event.preventDefault();
      active.value = next;
      const cell = body.current?.rows[next[0]]?.cells[next[1] + 1];
      cell?.focus();
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === ' ' && event.target instanceof HTMLTableCellElement) {
      event.preventDefault();
      ask(...active.value);
    } else if (event.key === 'Enter') {
      const code = rows[active.value[0]]?.unit.code;
      go({ view: 'scorecard', unit: code === root ? null : (code ?? null), level: null, statuses: [], find: '' });
    }
  };
  return (
    <div class="scroll score-scroll" tabIndex={0} role="region" aria-label={t('view.matrix')}>
      <table class="score-table matrix-table" role="grid" aria-label={t('view.matrix')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <Head code={BY_NAME} title={t('table.unit')} sort={sort} />
            {codes.map((code, i) => {
              const what = columns[i];
              return <Head key={code} code={code} title={what ? nameOf(what) : code} sort={sort} />;
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map(({ unit, cells: row }, y) => (
            <tr key={unit.code} data-unit={unit.code}>
              <th scope="row" class="col-name">
                <Link
                  change={{ view: 'scorecard', unit: unit.code === root ? null : unit.code, level: null, sort: null }}>
                  {nameOf(unit)}
                </Link>
              </th>
              {codes.map((code, x) => {
                const status = row.statuses[x] === null ? null : asStatus(row.statuses[x]);
                const what = columns[x] ?? { unitOfMeasure: '', decimals: 1 };
                const value = formatBare(row.values[x], what, lang.value, words);
                const when = row.periods[x];
                return (
                  <td
                    key={code}
                    class={`number ${status ? `cell-${status}` : ''}`}
                    tabIndex={y === active.value[0] && x === active.value[1] ? 0 : -1}
                    title={when ? formatPeriod(when, lang.value) : undefined}
                    onClick={() => ask(y, x)}
                    onFocus={() => {
                      active.value = [y, x];
                    }}>
                    {status && (cells === 'status' || status !== 'noData') ? (
                      <StatusSign status={status} isBare />
                    ) : null}
                    {cells === 'value' || !status ? <span>{value}</span> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which figure a cell shows; `null` for one without. */
function questionOf(row: UnitRow | undefined, indicator: string | undefined, x: number): Question | null {
  const period = row?.cells.periods[x];
  const isThere = row && indicator && period && row.cells.values[x] !== null;
  return isThere ? { unit: row.unit.code, indicator, period, on: null, asOf: null } : null;
}

function Head({
  code,
  title,
  sort,
}: {
  readonly code: string;
  readonly title: string;
  readonly sort: Sort<string>;
}): VNode {
  const next = { column: code, isDown: sort.column === code ? !sort.isDown : code !== BY_NAME };
  return (
    <th scope="col" class={code === BY_NAME ? 'col-name' : 'col-cell'} aria-sort={ariaSort(sort, code)}>
      <button type="button" class="quiet" title={title} onClick={() => go({ sort: writeSort(next) }, 'replace')}>
        {title}
      </button>
    </th>
  );
}
