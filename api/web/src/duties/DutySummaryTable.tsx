import type { VNode } from 'preact';
import type { DutySummary, Unit } from '../api/types';
import { Link } from '../controls/Link';
import { formatValue } from '../format/numbers';
import { nameOf, t } from '../i18n/text';
import { city, lang, territory } from '../state/model';
import { summaryOf } from './resources';

/** Timeliness and completeness, of each unit below or of each agency; the worst come first. */
export function DutySummaryTable({
  unit,
  month,
  by,
}: {
  readonly unit: Unit;
  readonly month: string;
  readonly by: string;
}): VNode | null {
  const rows = [...(summaryOf(unit.code, month, by).value.value ?? [])].sort(
    (a, b) => (a.count.timelinessPercent ?? Infinity) - (b.count.timelinessPercent ?? Infinity),
  );
  if (rows.length === 0) {
    return <p class="empty">{t('duty.none')}</p>;
  }
  return (
    <div class="scroll duty-summary" tabIndex={0} role="region" aria-label={t('duty.summary')}>
      <table class="score-table">
        <thead>
          <tr>
            <th scope="col">{t('duty.who')}</th>
            <th scope="col" class="number">
              {t('duty.due')}
            </th>
            <th scope="col" class="number">
              {t('dutystate.late')}
            </th>
            <th scope="col" class="number">
              {t('dutystate.missing')}
            </th>
            <th scope="col" class="number">
              {t('duty.onTime')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" class="col-name">
                <Who row={row} isUnit={by === 'unit' && row.key !== unit.code} />
              </th>
              <td class="number">{row.count.due}</td>
              <td class="number">{row.count.late}</td>
              <td class="number">{row.count.missing}</td>
              <td class="number">{formatValue(row.count.timelinessPercent, '%', 1, lang.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Who({ row, isUnit }: { readonly row: DutySummary; readonly isUnit: boolean }): VNode {
  const name = nameOf(row);
  return isUnit && territory.value?.find(row.key) ? (
    <Link change={{ unit: row.key === city.value.value?.rootUnit ? null : row.key, level: null, selected: null }}>
      {name}
    </Link>
  ) : (
    <span>{name}</span>
  );
}
