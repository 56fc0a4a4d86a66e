import type { VNode } from 'preact';
import type { Inspection } from '../api/types';
import { nameOf, t, type TextKey } from '../i18n/text';
import { indicators } from '../state/model';
import { IGNORED, ROLES, type Choice, type Role } from './mapping';
import { choices, choose } from './state';

/** The first lines of the table, each column under the choice of what it holds. */
export function ColumnTable({ seen }: { readonly seen: Inspection }): VNode {
  const width = Math.max(seen.columns.length, ...seen.sample.map((line) => line.length));
  const places = Array.from({ length: width }, (_, place) => place);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t('exchange.columns')}>
      <table class="column-table">
        <thead>
          <tr>
            {places.map((place) => (
              <th key={place} scope="col">
                {seen.columns[place] ? seen.columns[place] : t('exchange.noName', { place: place + 1 })}
                {seen.columns[place] ? <Chooser place={place} name={seen.columns[place]} /> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.sample.map((line, number) => (
            <tr key={number}>
              {places.map((place) => (
                <td key={place}>{line[place] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Chooser({ place, name }: { readonly place: number; readonly name: string }): VNode {
  const choice: Choice = choices.value[place] ?? IGNORED;
  const isNumber = choice.role === 'value' || choice.role === 'denominator';
  return (
    <>
      <select
        value={choice.role}
        aria-label={t('exchange.columnHolds', { name })}
        onChange={(event) => choose(place, { role: event.currentTarget.value as Role, indicator: null })}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}` as TextKey)}
          </option>
        ))}
      </select>
      {isNumber ? (
        <select
          value={choice.indicator ?? ''}
          aria-label={t('exchange.columnIndicator', { name })}
          onChange={(event) => choose(place, { ...choice, indicator: event.currentTarget.value || null })}>
          <option value="">{t('exchange.indicatorOfLine')}</option>
          {(indicators.value.value ?? []).map((indicator) => (
            <option key={indicator.code} value={indicator.code}>
              {nameOf(indicator)}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}
