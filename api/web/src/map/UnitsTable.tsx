import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Indicator, Rollup, Unit } from '../api/types';
import { Icon } from '../controls/Icon';
import { StatusSign } from '../controls/StatusSign';
import { formatBare, formatFigure } from '../format/figures';
import { NO_NUMBER } from '../format/numbers';
import { formatPeriod } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { statusOf } from '../scale/scale';
import { STATUSES } from '../scale/statuses';
import { boundTarget, scale, unitsInView } from '../state/choropleth';
import { drill, select } from '../state/drill';
import { indicator, lang, level, period, rollupByUnit, scope, selected } from '../state/model';
import { address, go } from '../state/navigation';
import { cityMap } from './handle';

type Column = 'name' | 'value' | 'coverage' | 'status';

interface Row {
  readonly unit: Unit;
  readonly rollup: Rollup | undefined;
}

/**
 * The map as a table. Screen readers always have it; opened, it is a panel in which the keyboard reaches every unit:
 * Space or a click selects, Enter goes inside.
 */
export function UnitsTable(): VNode | null {
  const what = indicator.value;
  const sort = useSignal<{ readonly column: Column; readonly isDown: boolean }>({ column: 'value', isDown: true });
  if (!what || !scope.value || !level.value) {
    return null;
  }
  const isOpen = address.value.showsTable;
  const rows = sorted(
    unitsInView.value.map((unit) => ({ unit, rollup: rollupByUnit.value.get(unit.code) })),
    sort.value,
  );
  const hasTarget = boundTarget.value !== null;
  // A unit that reports itself has nothing to cover.
  const hasCoverage = rows.some(({ rollup }) => (rollup?.coverage.expected ?? 0) > 1);
  const caption = t('table.caption', {
    indicator: nameOf(what),
    place: nameOf(scope.value),
    period: period.value ? formatPeriod(period.value, lang.value) : '',
  });
  const head = (column: Column, text: string): VNode => (
    <Head
      text={text}
      column={column}
      sort={sort.value}
      isOpen={isOpen}
      onSort={(next) => {
        sort.value = next;
      }}
    />
  );
  return (
    <div class={isOpen ? 'panel units-table' : 'for-readers'} {...(isOpen ? { 'data-edge': 'left' } : {})}>
      {isOpen ? (
        <div class="panel-head">
          <h2>
            {tCode('level', level.value)} <small>{rows.length}</small>
          </h2>
          <button
            type="button"
            class="quiet"
            title={t('table.hide')}
            aria-label={t('table.hide')}
            onClick={() => go({ showsTable: false })}>
            <Icon name="close" />
          </button>
        </div>
      ) : null}
      <div class="scroll" {...(isOpen ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}>
        <table>
          <caption class="for-readers">{caption}</caption>
          <thead>
            <tr>
              {head('name', t('table.unit'))}
              {head('value', valueHead(what))}
              {hasTarget ? head('status', t('table.status')) : null}
              {hasCoverage ? head('coverage', t('table.coverage')) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.unit.code} row={row} isOpen={isOpen} hasTarget={hasTarget} hasCoverage={hasCoverage} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function TableRow({
  row: { unit, rollup },
  isOpen,
  hasTarget,
  hasCoverage,
}: {
  readonly row: Row;
  readonly isOpen: boolean;
  readonly hasTarget: boolean;
  readonly hasCoverage: boolean;
}): VNode {
  const what = indicator.value;
  const coverage = rollup?.coverage;
  const words = (code: string): string => tCode('unit', code);
  return (
    <tr
      data-unit={unit.code}
      data-class={scale.value?.classIdOf(rollup) ?? 'noData'}
      class={selected.value?.code === unit.code ? 'is-selected' : undefined}
      onMouseEnter={() => cityMap.peek()?.hover(unit.code)}
      onMouseLeave={() => cityMap.peek()?.hover(null)}>
      <th scope="row">
        {isOpen ? (
          <button
            type="button"
            class="quiet name"
            aria-pressed={selected.value?.code === unit.code}
            onClick={() => select(unit.code)}
            onDblClick={() => drill(unit.code)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                drill(unit.code);
              }
            }}>
            <span class="swatch" {...swatchOf(rollup)} />
            {nameOf(unit)}
          </button>
        ) : (
          nameOf(unit)
        )}
      </th>
      <td class="number">{what ? (isOpen ? formatBare : formatFigure)(rollup?.value, what, lang.value, words) : ''}</td>
      {hasTarget ? (
        <td>{isOpen ? <StatusSign status={statusOf(rollup)} isBare /> : t(`status.${statusOf(rollup)}`)}</td>
      ) : null}
      {hasCoverage ? (
        <td class="number">{coverage ? `${coverage.reported}/${coverage.expected}` : NO_NUMBER}</td>
      ) : null}
    </tr>
  );
}

function swatchOf(
  rollup: Rollup | undefined,
): { readonly class: string } | { readonly style: { backgroundColor: string } } {
  const color = scale.value?.colorOf(rollup) ?? null;
  return color === null ? { class: 'swatch hatched' } : { style: { backgroundColor: color } };
}

function Head({
  text,
  column,
  sort,
  isOpen,
  onSort,
}: {
  readonly text: string;
  readonly column: Column;
  readonly sort: { readonly column: Column; readonly isDown: boolean };
  readonly isOpen: boolean;
  readonly onSort: (sort: { readonly column: Column; readonly isDown: boolean }) => void;
}): VNode {
  const isCurrent = sort.column === column;
  return (
    <th
      scope="col"
      class={column === 'name' ? undefined : 'number'}
      aria-sort={isCurrent ? (sort.isDown ? 'descending' : 'ascending') : undefined}>
      {isOpen ? (
        <button
          type="button"
          class="quiet"
          onClick={() => onSort({ column, isDown: isCurrent ? !sort.isDown : column !== 'name' })}>
          {text}
        </button>
      ) : (
        text
      )}
    </th>
  );
}

/** Units without a figure come last whichever way the others go. */
function sorted(
  rows: readonly Row[],
  { column, isDown }: { readonly column: Column; readonly isDown: boolean },
): readonly Row[] {
  const collator = new Intl.Collator('vi', { numeric: true });
  const key = ({ rollup }: Row): number | null => {
    switch (column) {
      case 'value':
        return rollup?.value ?? null;
      case 'coverage':
        return rollup ? rollup.coverage.reported / Math.max(1, rollup.coverage.expected) : null;
      case 'status':
        return rollup ? -STATUSES.indexOf(statusOf(rollup)) : null;
      case 'name':
        return null;
    }
  };
  const sign = isDown ? -1 : 1;
  return [...rows].sort((a, b) => {
    const byName = collator.compare(a.unit.nameVi, b.unit.nameVi);
    if (column === 'name') {
      return sign * byName;
    }
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) {
      return x === y ? byName : x === null ? 1 : -1;
    }
    return sign * (x - y) || byName;
  });
}

function valueHead(what: Indicator): string {
  return what.unitOfMeasure === 'boolean'
    ? t('table.value')
    : `${t('table.value')} ${tCode('unit', what.unitOfMeasure)}`;
}
