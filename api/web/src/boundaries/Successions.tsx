import type { VNode } from 'preact';
import type { Unit, UnitSuccession } from '../api/types';
import { Link } from '../controls/Link';
import { formatShare } from '../format/numbers';
import { formatDay } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { dayBefore } from '../state/territory';
import { lang, successionsOf } from '../state/model';

/** What a unit came from and what it became, each with its share, and the way to it. */
export function Successions({ unit }: { readonly unit: Unit }): VNode | null {
  const all = successionsOf(unit.code, unit.validFrom).value.value ?? [];
  const known = all.filter((one) => one.nameVi !== null);
  const unknown = all.length - known.length;
  return all.length === 0 ? null : (
    <details class="successions">
      <summary>{t('succession.title')}</summary>
      <Side rows={known.filter((one) => one.isPredecessor)} title={t('succession.from')} />
      {unknown > 0 ? <p class="hint">{t('succession.unknown', { count: unknown })}</p> : null}
      <Side rows={known.filter((one) => !one.isPredecessor)} title={t('succession.into')} />
    </details>
  );
}

function Side({ rows, title }: { readonly rows: readonly UnitSuccession[]; readonly title: string }): VNode | null {
  return rows.length === 0 ? null : (
    <>
      <h4>
        {title} <small>{formatDay(rows[0]?.date ?? '', lang.value)}</small>
      </h4>
      <ul>
        {rows.map((row) => (
          <li key={row.unit}>
            <Link
              change={{
                selected: row.unit,
                on: row.isPredecessor ? dayBefore(row.date) : row.date,
                unit: null,
                level: null,
              }}>
              {nameOf({ nameVi: row.nameVi ?? row.unit, nameEn: row.nameEn ?? row.unit })}
            </Link>{' '}
            <span class="hint">
              {row.method === 'whole' ? t('method.whole') : formatShare(row.share ?? 0, 1, lang.value)}
              {row.method === null || row.method === 'whole' ? null : ` · ${t(`method.${row.method}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
