import type { VNode } from 'preact';
import type { PlaceField, PlaceInspection } from '../api/types';
import { t, tCode } from '../i18n/text';
import { lang } from '../state/model';
import { canDefault } from './placeFieldsOf';
import { chooseColumn, chooseDefault, placeColumns, placeDefaults } from './placeState';

/** What a place may have: which property of the file that is, and what holds where the file says nothing. */
export function PlaceFields({ seen }: { readonly seen: PlaceInspection }): VNode {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t('placeFile.fields')}>
      <table class="column-table place-fields">
        <thead>
          <tr>
            <th scope="col">{t('placeFile.field')}</th>
            <th scope="col">{t('placeFile.column')}</th>
            <th scope="col">{t('placeFile.sample')}</th>
            <th scope="col">{t('placeFile.otherwise')}</th>
          </tr>
        </thead>
        <tbody>
          {seen.fields.map((field) => (
            <Row key={field.name} field={field} seen={seen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ field, seen }: { readonly field: PlaceField; readonly seen: PlaceInspection }): VNode {
  const title = tCode('property', field.name);
  const column = placeColumns.value[field.name] ?? '';
  const isFound = field.name === 'code' || field.name === 'nameVi';
  return (
    <tr data-field={field.name}>
      <th scope="row">
        {title}
        {field.isRequired ? <abbr title={t('placeFile.required')}> *</abbr> : null}
      </th>
      <td>
        <select
          value={column}
          aria-label={t('placeFile.columnOf', { field: title })}
          onChange={(event) => chooseColumn(field.name, event.currentTarget.value)}>
          <option value="">{isFound ? t('mapFile.guessed') : t('placeFile.none')}</option>
          {seen.columns.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td>{seen.columns.find(({ name }) => name === column)?.sample ?? ''}</td>
      <td>{canDefault(field) ? <Default field={field} title={title} /> : null}</td>
    </tr>
  );
}

function Default({ field, title }: { readonly field: PlaceField; readonly title: string }): VNode {
  const value = placeDefaults.value[field.name] ?? '';
  const label = t('placeFile.defaultOf', { field: title });
  return field.values.length > 0 ? (
    <select
      value={value}
      aria-label={label}
      onChange={(event) => chooseDefault(field.name, event.currentTarget.value)}>
      <option value="">{t('placeFile.empty')}</option>
      {field.values.map((one) => (
        <option key={one.code} value={one.code}>
          {(lang.value === 'vi' ? one.nameVi : one.nameEn) ?? one.code}
        </option>
      ))}
    </select>
  ) : (
    <input
      value={value}
      maxLength={200}
      aria-label={label}
      placeholder={t('placeFile.empty')}
      onInput={(event) => chooseDefault(field.name, event.currentTarget.value)}
    />
  );
}
