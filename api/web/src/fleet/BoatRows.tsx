import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Vessel } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ariaSort, type Sort } from '../controls/sorting';
import { formatInstant } from '../format/instants';
import { formatNumber } from '../format/numbers';
import { nameOf, t } from '../i18n/text';
import { toCsv } from '../scorecard/csv';
import { download } from '../scorecard/download';
import { lang } from '../state/model';
import { address, go } from '../state/navigation';
import { daysFor, FLEET_START } from './address';
import { BoatSign } from './BoatSign';
import { groupOf, homeOf } from './homes';
import { BOAT_COLUMNS, findRows, rowOf, sortRows, type BoatColumn, type BoatRow } from './rows';
import { fleetChange } from './state';

/** Rows shown before somebody asks for more. */
const STEP = 100;

/** Boats with the names of their units. */
export function rowsOf(boats: readonly Vessel[]): readonly BoatRow[] {
  return boats.map((boat) => {
    const home = boat.homeUnit ?? null;
    const [unit, group] = [homeOf(home)?.unit, groupOf(home)];
    return rowOf(boat, unit ? nameOf(unit) : (home ?? ''), group ? nameOf(group) : '');
  });
}

/** By which column the address sorts. */
export function sortOfBoats(first: Sort<BoatColumn>): Sort<BoatColumn> {
  const text = address.value.sort ?? '';
  const column = BOAT_COLUMNS.find((one) => one === text.replace(/^-/, ''));
  return column ? { column, isDown: text.startsWith('-') } : first;
}

/** Boats as a table that sorts, finds, exports what it shows, and leads to each boat on the map. */
export function BoatRows({
  rows,
  first,
  file,
}: {
  readonly rows: readonly BoatRow[];
  readonly first: Sort<BoatColumn>;
  readonly file: string;
}): VNode {
  const shown = useSignal(STEP);
  const sort = sortOfBoats(first);
  const found = sortRows(findRows(rows, address.value.find), sort);
  return (
    <>
      <div class="score-tools">
        <b aria-live="polite" class="boat-count">
          {t('fleet.found', { count: formatNumber(found.length, 0, lang.value) })}
        </b>
        <input
          type="search"
          value={address.value.find}
          placeholder={t('fleet.find')}
          aria-label={t('fleet.find')}
          onInput={(event) => go({ find: event.currentTarget.value }, 'replace')}
        />
        <button type="button" disabled={found.length === 0} onClick={() => save(found, file)}>
          <Icon name="download" />
          CSV
        </button>
      </div>
      {found.length === 0 ? (
        <div class="empty">
          <p>{t('fleet.none')}</p>
          <button type="button" onClick={() => goEverything()}>
            {t('fleet.clear')}
          </button>
        </div>
      ) : (
        <div class="scroll duty-list" tabIndex={0} role="region" aria-label={t('fleet.list')}>
          <table class="score-table boat-table">
            <thead>
              <tr>
                {BOAT_COLUMNS.map((column) => (
                  <th key={column} scope="col" aria-sort={ariaSort(sort, column)}>
                    <button type="button" class="quiet" onClick={() => turn(column, sort)}>
                      {t(`boatcolumn.${column}`)}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown.value).map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
          {found.length > shown.value ? (
            <button
              type="button"
              onClick={() => {
                shown.value += STEP;
              }}>
              {t('duty.more', { count: found.length - shown.value })}
            </button>
          ) : null}
        </div>
      )}
    </>
  );
}

function Row({ row }: { readonly row: BoatRow }): VNode {
  return (
    <tr data-boat={row.id}>
      <th scope="row">
        <Link change={{ camera: null, ...wayOf(row) }}>{row.id}</Link>
        {row.name ? <small>{row.name}</small> : null}
      </th>
      <td>
        {row.size ? t(`size.${row.size}`) : t('size.unknown')}
        {row.length === null ? null : <small>{formatNumber(row.length, 1, lang.value)} m</small>}
      </td>
      <td>
        {row.home}
        {row.group === row.home ? null : <small>{row.group}</small>}
      </td>
      <td>
        <span class="status">
          <BoatSign contact={row.contact} />
          {t(`contact.${row.contact}`)}
        </span>
      </td>
      <td>{row.heard ? formatInstant(row.heard, lang.value) : '–'}</td>
      <td>{row.slot ? t(`slot.${row.slot}`) : '–'}</td>
      <td class="number">
        {row.silenceMinutes === null
          ? '–'
          : t('boat.hours', { count: formatNumber(row.silenceMinutes / 60, 1, lang.value) })}
      </td>
      <td>
        {t(row.isEligible ? 'fleet.eligible' : 'fleet.ineligible')}
        {row.isThreeNo ? <small>{t('fleet.threeNo')}</small> : null}
      </td>
    </tr>
  );
}

/** Takes every filter away, the place among them. */
function goEverything(): void {
  const { part, vessel, days } = address.peek().fleet;
  go({ unit: null, find: '', fleet: { ...FLEET_START, part, vessel, days } });
}

/** The boat on the map, with so much of its way that it is seen where it fell silent. */
function wayOf({ id, silenceMinutes }: BoatRow): ReturnType<typeof fleetChange> {
  return fleetChange({ part: 'map', vessel: id, days: daysFor(silenceMinutes), moment: null });
}

function turn(column: BoatColumn, sort: Sort<BoatColumn>): void {
  const isDown = sort.column === column && !sort.isDown;
  go({ sort: `${isDown ? '-' : ''}${column}` }, 'replace');
}

/** What the table shows, in its order, with all rows. */
function save(rows: readonly BoatRow[], file: string): void {
  const head = ['id', 'length', 'home', 'contact', 'heard', 'slot', 'silence', 'papers'] as const;
  const lines = rows.map((row) => [
    row.id,
    row.length,
    [row.home, row.group === row.home ? '' : row.group].filter(Boolean).join(', '),
    t(`contact.${row.contact}`),
    row.heard ? formatInstant(row.heard, lang.value) : null,
    row.slot ? t(`slot.${row.slot}`) : null,
    row.silenceMinutes === null ? null : Math.round(row.silenceMinutes / 6) / 10,
    [t(row.isEligible ? 'fleet.eligible' : 'fleet.ineligible'), row.isThreeNo ? t('fleet.threeNo') : '']
      .filter(Boolean)
      .join(', '),
    row.longitude,
    row.latitude,
  ]);
  const titles = [
    ...head.map((column) => (column === 'length' ? t('boat.length') : t(`boatcolumn.${column}`))),
    t('boat.longitude'),
    t('boat.latitude'),
  ];
  download(file, toCsv([titles, ...lines], lang.value === 'vi' ? ',' : '.'), 'text/csv;charset=utf-8');
}
