/** Names of units where there is little room. Pure. */

import type { Lang } from '../format/numbers';
import { fold } from '../search/match';

interface Named {
  readonly kindVi: string;
  readonly nameVi: string;
  readonly nameAscii: string;
}

/** The name without the word for its kind: `Quán Toan`. A name that is only a number keeps the word: `Phường 1`. */
export function shortName(unit: Named, lang: Lang): string {
  return lang === 'vi' ? without(unit.nameVi, unit.kindVi) : without(unit.nameAscii, asciiOf(unit.kindVi));
}

function without(name: string, kind: string): string {
  if (kind === '' || fold(name.slice(0, kind.length + 1)) !== fold(kind) || name[kind.length] !== ' ') {
    return name;
  }
  const rest = name.slice(kind.length + 1);
  return /^\d+$/.test(rest) ? name : rest;
}

function asciiOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}
