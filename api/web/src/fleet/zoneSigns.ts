/** How the zones of the sea look: each kind in a colour of its own, and told apart by its line as well. Pure. */

import type { Theme } from '../scale/ramps';
import type { Zone } from './words';

const colors: Readonly<Record<Theme, Readonly<Record<Zone, string>>>> = {
  light: {
    port: '#4f5d66',
    coastal: '#1d8a6b',
    inshore: '#2f6fb3',
    offshore: '#5a4fb0',
    closed: '#b3243f',
    foreign: '#9a6100',
    outside: '#7c878e',
  },
  dark: {
    port: '#b4c0c8',
    coastal: '#5cc9a4',
    inshore: '#6fb0f2',
    offshore: '#a79df5',
    closed: '#ff7088',
    foreign: '#e8b04a',
    outside: '#8c979e',
  },
};

export function zoneColor(zone: Zone, theme: Theme): string {
  return colors[theme][zone];
}

/** The line of a kind, in lengths of stroke and gap times its width; `null` for a whole one. */
export function zoneDash(zone: Zone): readonly number[] | null {
  switch (zone) {
    case 'closed':
      return [2, 1.5];
    case 'foreign':
      return [5, 1.5, 1, 1.5];
    default:
      return null;
  }
}

/** How wide the line is; what nobody may cross is the widest. */
export function zoneWidth(zone: Zone): number {
  return zone === 'foreign' ? 2.5 : zone === 'closed' ? 2 : 1.2;
}

/** The kinds that are drawn, those on top last. */
export const DRAWN_ZONES = [
  'offshore',
  'inshore',
  'coastal',
  'port',
  'closed',
  'foreign',
] as const satisfies readonly Zone[];
