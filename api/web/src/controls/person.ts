/** The name that one gave last, so that a clerk types it once. */

const NAME_KEY = 'twin.name';

export function keptName(): string {
  try {
    return localStorage.getItem(NAME_KEY) ?? '';
  } catch {
    return ''; // A browser may refuse it.
  }
}

export function keepName(name: string): void {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // Then it is typed again.
  }
}
