import { useComputed, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Area, Indicator } from '../api/types';
import { Icon } from '../controls/Icon';
import { ariaSort, type Sort } from '../controls/sorting';
import { formatBare } from '../format/figures';
import { formatNumber, formatShare } from '../format/numbers';
import { nameOf, t, tCode } from '../i18n/text';
import { cityMap } from '../map/handle';
import { toCsv } from '../scorecard/csv';
import { download } from '../scorecard/download';
import { select } from '../state/drill';
import { city, date, indicator, lang, on, period, rollupsOf, selected, territory } from '../state/model';
import { CopyButton } from './CopyButton';
import { gisAddress } from './gis';
import { sortRows, toFeatures, type AreaColumn, type AreaRow } from './rows';
import { inside, shape, smallest } from './state';

const COLUMNS: readonly AreaColumn[] = ['name', 'share', 'area', 'value'];

/** The units that the shape meets, as a table, a file, and an address for other programs. */
export function UnitsInArea({ area }: { readonly area: Area }): VNode {
  const sort = useSignal<Sort<AreaColumn>>({ column: 'area', isDown: true });
  const values = useComputed(lowestValues);
  const rows = area.units.map((unit): AreaRow => ({
    unit,
    name: nameOf(unit),
    value: values.value.get(unit.code) ?? null,
  }));
  const sorted = sortRows(rows, sort.value);
  const what = indicator.value;
  return (
    <>
      <h3>{t('area.units', { count: rows.length })}</h3>
      <table class="area-units">
        <caption class="for-readers">{t('area.unitsCaption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                class={column === 'name' ? undefined : 'number'}
                aria-sort={ariaSort(sort.value, column)}>
                <button type="button" class="quiet" onClick={() => turn(sort, column)}>
                  {t(`area.${column}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Row key={row.unit.code} row={row} what={what} />
          ))}
        </tbody>
      </table>
      <Files area={area} rows={sorted} />
    </>
  );
}

function turn(sort: { value: Sort<AreaColumn> }, column: AreaColumn): void {
  const { value } = sort;
  sort.value = { column, isDown: value.column === column ? !value.isDown : column !== 'name' };
}

/** The figures of the smallest units, which the map may not show. */
function lowestValues(): ReadonlyMap<string, number | null> {
  const root = city.value.value?.rootUnit;
  const level = root ? territory.value?.levelsBelow(root).at(-1) : undefined;
  const [what, when] = [indicator.value?.code, period.value];
  const items = root && level && what && when ? rollupsOf(root, level, what, when, on.value).value.value : [];
  return new Map((items ?? []).map((item) => [item.unit, item.value]));
}

function Row({ row, what }: { readonly row: AreaRow; readonly what: Indicator | null }): VNode {
  const { unit } = row;
  const isSelected = selected.value?.code === unit.code;
  return (
    <tr
      data-unit-in-area={unit.code}
      class={isSelected ? 'is-selected' : undefined}
      onMouseEnter={() => cityMap.peek()?.hover(unit.code)}
      onMouseLeave={() => cityMap.peek()?.hover(null)}>
      <th scope="row">
        <button type="button" class="quiet" aria-pressed={isSelected} onClick={() => select(unit.code)}>
          {row.name}
        </button>
      </th>
      <td class="number">{formatShare(unit.shareOfUnit, 1, lang.value)}</td>
      <td class="number">{formatNumber(unit.areaSquareKilometers, 2, lang.value)}</td>
      <td class="number">{what ? formatBare(row.value, what, lang.value, (code) => tCode('unit', code)) : null}</td>
    </tr>
  );
}

function Files({ area, rows }: { readonly area: Area; readonly rows: readonly AreaRow[] }): VNode {
  const drawn = shape.value;
  const shapes = smallest.value;
  const whole = inside.value;
  const address = whole && date.value ? gisAddress(location.origin, whole, date.value) : null;
  return (
    <div class="actions">
      <button type="button" onClick={() => downloadCsv(rows)}>
        <Icon name="download" />
        CSV
      </button>
      <button
        type="button"
        disabled={!drawn || !whole || !shapes}
        onClick={() => {
          if (drawn && whole && shapes) {
            const { units: _, ...summary } = area;
            const features = toFeatures(drawn, whole, summary, rows, shapes);
            download(fileName('geojson'), JSON.stringify(features), 'application/geo+json');
          }
        }}>
        <Icon name="download" />
        GeoJSON
      </button>
      {address ? <CopyButton text={() => address} name={t('area.gis')} /> : null}
    </div>
  );
}

function downloadCsv(rows: readonly AreaRow[]): void {
  const what = indicator.peek();
  const head = [
    t('area.code'),
    t('area.name'),
    t('area.share'),
    t('area.area'),
    what ? `${nameOf(what)} (${tCode('unit', what.unitOfMeasure)})` : t('area.value'),
  ];
  const body = rows.map(({ unit, name, value }) => [
    unit.code,
    name,
    unit.shareOfUnit,
    unit.areaSquareKilometers,
    value,
  ]);
  const text = toCsv([head, ...body], lang.peek() === 'vi' ? ',' : '.');
  download(fileName('csv'), text, 'text/csv;charset=utf-8');
}

function fileName(extension: string): string {
  return `area-${indicator.peek()?.code ?? 'units'}-${period.peek() ?? ''}.${extension}`;
}
