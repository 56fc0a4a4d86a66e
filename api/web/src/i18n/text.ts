/** The texts of the page in the reader's language. */

import { lang } from '../state/model';
import type { Lang } from '../format/numbers';
import en from './en.json';
import vi from './vi.json';

export type TextKey = keyof typeof vi;

const catalogues: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { vi, en };

/** A text, with `{name}` replaced by the argument of that name. */
export function t(key: TextKey, args: Readonly<Record<string, string | number>> = {}): string {
  return fill(catalogues[lang.value][key] ?? key, args);
}

/** A text whose key ends in a code of the API; the code itself where there is none. */
export function tCode(
  group: 'level' | 'unit' | 'subsystem' | 'problem' | 'tier' | 'collection' | 'property',
  code: string,
): string {
  return catalogues[lang.value][`${group}.${code}`] ?? code;
}

/** Replaces `{name}` by the argument of that name. */
export function fill(text: string, args: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** The name of anything that has one in both languages. */
export function nameOf(named: { readonly nameVi: string; readonly nameEn: string }): string {
  return lang.value === 'vi' ? named.nameVi : named.nameEn || named.nameVi;
}
