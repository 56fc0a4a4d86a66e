/** Keys that work wherever one is: Escape goes out, Enter on the map goes in, / searches. */

import { drill, stepOut } from '../state/drill';
import { selected } from '../state/model';
import { leaveSpace } from '../space/tool';
import { address, go } from '../state/navigation';
import { sheet } from '../state/ui';

export function followKeys(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const isTyping = target?.matches('input:not([type=range]), textarea, select') ?? false;
    // An open drawer keeps the keys to itself, also when what had the focus was switched off.
    const isBelow = document.querySelector('dialog[open]') !== null;
    const isChord = event.ctrlKey || event.metaKey || event.altKey;
    if (event.defaultPrevented || isBelow || isChord || isTyping) {
      return;
    }
    if (event.key === 'Escape') {
      if (sheet.peek()) {
        sheet.value = null;
      } else if (address.peek().view === 'map' && !leaveSpace()) {
        stepOut();
      } else if (address.peek().view === 'fleet') {
        go({ fleet: { ...address.peek().fleet, vessel: null, moment: null } });
      }
    } else if (event.key === 'Enter' && target?.matches('.maplibregl-canvas')) {
      const unit = selected.peek();
      if (unit) {
        drill(unit.code);
      }
    } else if (event.key === '/') {
      event.preventDefault();
      document.getElementById('search')?.focus();
    }
  });
}
