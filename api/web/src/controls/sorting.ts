/** What sorted tables share. Pure. */

/** By which column, and whether the largest comes first. */
export interface Sort<Column extends string> {
  readonly column: Column;
  readonly isDown: boolean;
}

/** What a column's head tells a screen reader. */
export function ariaSort<Column extends string>(
  sort: Sort<Column>,
  column: Column,
): 'ascending' | 'descending' | undefined {
  if (sort.column !== column) {
    return undefined;
  }
  return sort.isDown ? 'descending' : 'ascending';
}

/** Texts as Vietnamese orders them, numbers as numbers; what has neither comes last whichever way the others go. */
export function compareKeys(x: string | number | null, y: string | number | null, isDown: boolean): number {
  if (x === null || y === null) {
    return Number(x === null) - Number(y === null);
  }
  const order = typeof x === 'string' ? collator.compare(x, String(y)) : x - Number(y);
  return isDown ? -order : order;
}

/** Two names as Vietnamese orders them. */
export function compareNames(x: string, y: string): number {
  return collator.compare(x, y);
}

const collator = new Intl.Collator('vi', { numeric: true });
