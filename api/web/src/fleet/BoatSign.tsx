import type { VNode } from 'preact';
import { theme } from '../state/ui';
import { contactColor, outlines, shapeOf } from './signs';
import type { Contact } from './words';

/** A boat as the map draws it, beside the word for what is known of it. */
export function BoatSign({ contact, pixels = 16 }: { readonly contact: Contact; readonly pixels?: number }): VNode {
  const shape = shapeOf(contact, 0, contact === 'inContact' ? 5 : 0);
  return (
    <svg class="boat-sign" viewBox="0 0 16 16" width={pixels} height={pixels} aria-hidden="true">
      <path d={outlines[shape]} fill={contactColor(contact, theme.value)} fill-rule="evenodd" />
    </svg>
  );
}
