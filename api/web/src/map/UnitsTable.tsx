import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Indicator } from '../api/types';
import { Icon } from '../controls/Icon';
import { ariaSort, type Sort } from '../controls/sorting';
import { formatPeriod } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { boundTarget, unitsInView } from '../state/choropleth';
import { indicator, lang, level, period, rollupByUnit, scope } from '../state/model';
import { address, go } from '../state/navigation';
import { haveCoverage, sortUnits, type UnitColumn, type UnitRow } from './unitRows';
import { UnitTableRow, type Shown } from './UnitTableRow';

/** The map as a table: always there for screen readers; opened, a panel in which the keyboard reaches every unit. */
export function UnitsTable(): VNode | null {
  const [what, tier] = [indicator.value, level.value];
  if (!what || !tier || !scope.value) {
    return null;
  }
  const { showsTable: isOpen } = address.value;
  const rows = unitsInView.value.map((unit) => ({ unit, rollup: rollupByUnit.value.get(unit.code) }));
  const shown: Shown = { what, isOpen, hasTarget: boundTarget.value !== null, hasCoverage: haveCoverage(rows) };
  if (!isOpen) {
    return (
      <div class="for-readers">
        <Table rows={rows} shown={shown} caption={captionOf(what)} />
      </div>
    );
  }
  return (
    <div class="panel units-table" data-edge="left">
      <div class="panel-head">
        <h2>
          {tCode('level', tier)} <small>{rows.length}</small>
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
      <div class="scroll" tabIndex={0} role="region" aria-label={captionOf(what)}>
        <Table rows={rows} shown={shown} caption={captionOf(what)} />
      </div>
    </div>
  );
}

function Table({
  rows,
  shown,
  caption,
}: {
  readonly rows: readonly UnitRow[];
  readonly shown: Shown;
  readonly caption: string;
}): VNode {
  const sort = useSignal<Sort<UnitColumn>>({ column: 'value', isDown: true });
  const body = useRef<HTMLTableSectionElement>(null);
  const place = scope.value?.code;
  const shownPlace = useRef(place);
  // Going in or out takes the focused row away; the focus goes on to the unit that one comes from, or to the first.
  useEffect(() => {
    if (place !== shownPlace.current && shown.isOpen && document.activeElement === document.body) {
      const units = body.current;
      const next = units?.querySelector<HTMLElement>('.is-selected button') ?? units?.querySelector('button');
      next?.focus({ preventScroll: true });
    }
    shownPlace.current = place;
  }, [place]);
  const head = (column: UnitColumn, text: string): VNode => (
    <Head column={column} text={text} sort={sort} shown={shown} />
  );
  return (
    <table>
      <caption class="for-readers">{caption}</caption>
      <thead>
        <tr>
          {head('name', t('table.unit'))}
          {head('value', valueHead(shown.what))}
          {shown.hasTarget ? head('status', t('table.status')) : null}
          {shown.hasCoverage ? head('coverage', t('table.coverage')) : null}
        </tr>
      </thead>
      <tbody ref={body}>
        {sortUnits(rows, sort.value).map((row) => (
          <UnitTableRow key={row.unit.code} row={row} shown={shown} />
        ))}
      </tbody>
    </table>
  );
}

const classes: Readonly<Record<UnitColumn, string | undefined>> = {
  name: undefined,
  value: 'number',
  status: 'sign-cell',
  coverage: 'number',
};

function Head({
  column,
  text,
  sort,
  shown,
}: {
  readonly column: UnitColumn;
  readonly text: string;
  readonly sort: { value: Sort<UnitColumn> };
  readonly shown: Shown;
}): VNode {
  const turn = (): void => {
    const { value } = sort;
    sort.value = { column, isDown: value.column === column ? !value.isDown : column !== 'name' };
  };
  return (
    <th scope="col" class={classes[column]} aria-sort={ariaSort(sort.value, column)}>
      {shown.isOpen ? (
        <button type="button" class="quiet" onClick={turn}>
          {text}
        </button>
      ) : (
        text
      )}
    </th>
  );
}

function captionOf(what: Indicator): string {
  return t('table.caption', {
    indicator: nameOf(what),
    place: scope.value ? nameOf(scope.value) : '',
    period: period.value ? formatPeriod(period.value, lang.value) : '',
  });
}

function valueHead(what: Indicator): string {
  const unit = what.unitOfMeasure === 'boolean' ? '' : tCode('unit', what.unitOfMeasure);
  return `${t('table.value')} ${unit}`.trim();
}
