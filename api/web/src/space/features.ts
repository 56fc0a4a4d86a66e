/** What collections and their features are called. */

import type { Feature } from 'geojson';
import { tCode } from '../i18n/text';
import { lang } from '../state/model';
import { collections } from './collections';

/** By us, else by the API. */
export function nameOfCollection(id: string): string {
  const known = tCode('collection', id);
  return known === id ? (collections.value.value?.find((one) => one.id === id)?.title ?? id) : known;
}

/** The name in the reader's language, if the feature has one. */
export function titleOf(feature: Feature, id: string): string {
  const { nameVi, nameEn, name } = feature.properties ?? {};
  const wished: unknown = lang.value === 'vi' ? (nameVi ?? nameEn) : (nameEn ?? nameVi);
  const title: unknown = wished ?? name;
  return typeof title === 'string' && title !== '' ? title : id;
}
