import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { UnitQuality } from '../api/types';
import { ariaSort, type Sort } from '../controls/sorting';
import { formatNumber } from '../format/numbers';
import { nameOf, t, type TextKey } from '../i18n/text';
import { lang, territory } from '../state/model';
import { go } from '../state/navigation';
import { COLUMNS, DIMENSIONS, statusOfScore, writeQualitySort, type Column, type Dimension } from './quality';
import { ScoreSign } from './ScoreSign';

/** Units by four scores; a row opens what its figures lose. Up and down go through it. */
export function QualityTable({
  rows,
  sort,
  selected,
}: {
  readonly rows: readonly UnitQuality[];
  readonly sort: Sort<Column>;
  readonly selected: string | null;
}): VNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as Element).closest('tr');
    if (step !== 0 && row && body.current?.contains(row)) {
      event.preventDefault();
      const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
      next?.querySelector('button')?.focus();
    }
  };
  return (
    <div class="scroll quality-units" tabIndex={0} role="region" aria-label={t('quality.units')}>
      <table class="score-table quality-table" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.unit} data-unit={row.unit} class={row.unit === selected ? 'is-open' : undefined}>
              <th scope="row" class="col-name">
                <button
                  type="button"
                  class="quiet"
                  aria-expanded={row.unit === selected}
                  onClick={() => go({ selected: row.unit === selected ? null : row.unit })}>
                  {nameOf(row)}
                </button>
              </th>
              {DIMENSIONS.map((dimension) => (
                <Score key={dimension} row={row} dimension={dimension} />
              ))}
              <td class="number">{formatNumber(row.deductions, 0, lang.value)}</td>
              <td class="number">{row.waiting > 0 ? <b>{row.waiting}</b> : '0'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The mean, with its colour; the worst unit below is in the title. */
function Score({ row, dimension }: { readonly row: UnitQuality; readonly dimension: Dimension }): VNode {
  const { mean, worst, worstUnit, values } = row[dimension];
  const of = territory.value?.find(worstUnit);
  const title =
    worst === null
      ? t('quality.noValues')
      : t('quality.worst', {
          unit: of ? nameOf(of) : (worstUnit ?? ''),
          score: formatNumber(worst, 1, lang.value),
          count: values,
        });
  return (
    <td class="number" title={title}>
      <ScoreSign status={statusOfScore(mean)} /> <span>{formatNumber(mean, 1, lang.value)}</span>
    </td>
  );
}

function Head({ column, sort }: { readonly column: Column; readonly sort: Sort<Column> }): VNode {
  const isDown = sort.column === column ? !sort.isDown : column === 'deductions' || column === 'waiting';
  return (
    <th scope="col" class={column === 'name' ? 'col-name' : 'number'} aria-sort={ariaSort(sort, column)}>
      <button
        type="button"
        class="quiet"
        title={t(`qualitytitle.${column}` as TextKey)}
        onClick={() => go({ sort: writeQualitySort({ column, isDown }) }, 'replace')}>
        {t(`qualitycolumn.${column}` as TextKey)}
      </button>
    </th>
  );
}
