/** Finds units by name, with or without diacritics, or by code. Pure. */

/** What a search looks at. */
export interface Searchable {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** The most results that a list shows. */
export const MAX_RESULTS = 12;

const marks = /[\u0300-\u036f]/g;

/** Lower case without diacritics: `Đồ Sơn` and `do son` become one. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').replace(/đ/g, 'd').replace(/Đ/g, 'd').toLowerCase().trim();
}

/** The best matches first: code, whole name, start of the name, start of a word, anywhere; then by name. */
export function searchUnits<T extends Searchable>(
  units: readonly T[],
  text: string,
  limit = MAX_RESULTS,
): readonly T[] {
  const wish = fold(text);
  if (wish === '') {
    return [];
  }
  // Someone who typed marks means them: "hồng" is not "hong" when both exist.
  const typed = text.normalize('NFC').toLowerCase().trim();
  const scored: { unit: T; score: number }[] = [];
  for (const unit of units) {
    const score = scoreOf(unit, wish) + (unit.nameVi.normalize('NFC').toLowerCase().includes(typed) ? -0.5 : 0);
    if (Number.isFinite(score)) {
      scored.push({ unit, score });
    }
  }
  const collator = new Intl.Collator('vi');
  scored.sort((a, b) => a.score - b.score || collator.compare(a.unit.nameVi, b.unit.nameVi));
  return scored.slice(0, limit).map((entry) => entry.unit);
}

function scoreOf(unit: Searchable, wish: string): number {
  if (unit.code === wish) {
    return 0;
  }
  let best = unit.code.startsWith(wish) ? 2.5 : Infinity;
  for (const name of [fold(unit.nameVi), fold(unit.nameEn)]) {
    const at = name.indexOf(wish);
    if (at < 0) {
      continue;
    }
    best = Math.min(best, scoreAt(name, at, wish.length));
  }
  return best;
}

/** 1 for the whole name, 2 for whole words, 3 for the start of a word, 4 for anywhere else. */
function scoreAt(name: string, at: number, length: number): number {
  if (length === name.length) {
    return 1;
  }
  const isWordStart = at === 0 || name[at - 1] === ' ';
  const isWordEnd = at + length === name.length || name[at + length] === ' ';
  if (isWordStart) {
    return isWordEnd ? 2 : 3;
  }
  return 4;
}
