/** How boats look: the shape and colour of what is known of them, the size of their class. Pure. */

import type { Theme } from '../scale/ramps';
import type { Contact, Size } from './words';

/** Shapes that differ without colour. A moving boat points where it goes. */
export const SHAPES = ['arrow', 'dot', 'diamond', 'cross', 'ring'] as const;
export type Shape = (typeof SHAPES)[number];

const colors: Readonly<Record<Theme, Readonly<Record<Contact, string>>>> = {
  light: {
    inContact: '#1f7a8c',
    inPort: '#6d7f8b',
    lost: '#cf6a26',
    longLost: '#86203f',
    feedDown: '#5d6870',
    neverHeard: '#c9ced3',
  },
  dark: {
    inContact: '#66c2b8',
    inPort: '#8c9ca7',
    lost: '#e99a5f',
    longLost: '#e0668f',
    feedDown: '#a3b0b8',
    neverHeard: '#4a545d',
  },
};

export function contactColor(contact: Contact, theme: Theme): string {
  return colors[theme][contact];
}

/** Slower than this a boat lies still, whatever course it tells. */
const MOVING_KNOTS = 0.5;

export function shapeOf(contact: Contact, course: number | null, speed: number | null): Shape {
  switch (contact) {
    case 'lost':
      return 'diamond';
    case 'longLost':
      return 'cross';
    case 'feedDown':
    case 'neverHeard':
      return 'ring';
    default:
      return course !== null && (speed ?? 0) >= MOVING_KNOTS ? 'arrow' : 'dot';
  }
}

const pixels: Readonly<Record<Size, number>> = {
  under6: 9,
  from6To12: 11,
  from12To15: 13,
  from15To24: 16,
  from24: 20,
};

/** How wide a boat of a class is drawn, in CSS pixels; one that nobody measured as the smallest. */
export function pixelsOf(size: Size | null): number {
  return pixels[size ?? 'under6'];
}

/** The outline of a shape in a 16 × 16 box, pointing north. */
export const outlines: Readonly<Record<Shape, string>> = {
  arrow: 'M8 1.2 13.2 14.2 8 11.2 2.8 14.2z',
  dot: 'M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  diamond: 'M8 1.6 14.4 8 8 14.4 1.6 8z',
  cross: 'M4.4 2 8 5.6 11.6 2 14 4.4 10.4 8l3.6 3.6-2.4 2.4L8 10.4 4.4 14 2 11.6 5.6 8 2 4.4z',
  ring: 'M8 2.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6zm0 2.2a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z',
};

/** A colour of six hexadecimal digits as shares of red, green and blue. */
export function rgbOf(color: string): readonly [number, number, number] {
  const value = parseInt(color.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
