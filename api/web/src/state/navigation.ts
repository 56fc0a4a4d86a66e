/** The address as a signal, and the only way to change it. */

import { signal } from '@preact/signals';
import { readAddress, sameAddress, writeAddress, type Address } from './address';

export const address = signal<Address>(readAddress(location.search));

/** A step that Back undoes, or a change of the step that one is on (dragging, typing, moving the map). */
export type Step = 'push' | 'replace';

/** Shows something else. */
export function go(change: Partial<Address>, step: Step = 'push'): void {
  const next = { ...address.peek(), ...change };
  if (sameAddress(next, address.peek())) {
    return;
  }
  const url = `${location.pathname}${writeAddress(next)}`;
  if (step === 'push') {
    history.pushState(null, '', url);
  } else {
    history.replaceState(null, '', url);
  }
  address.value = next;
}

/** The address that a change would lead to, for links that open in a new tab. */
export function hrefOf(change: Partial<Address>): string {
  return `${location.pathname}${writeAddress({ ...address.value, ...change })}`;
}

/** Follows Back and Forward from now on. */
export function followHistory(): void {
  window.addEventListener('popstate', () => {
    address.value = readAddress(location.search);
  });
}
