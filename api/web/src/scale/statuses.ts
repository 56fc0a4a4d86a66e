/** Where a unit stands against a target: five colours that differ in lightness, and a shape and a word for each. */

import type { Theme } from './ramps';

export type Status = 'met' | 'onTrack' | 'atRisk' | 'offTrack' | 'missed' | 'noData';

/** From best to worst; the order of legends, filters and sorting. */
export const STATUSES: readonly Status[] = ['met', 'onTrack', 'atRisk', 'offTrack', 'missed', 'noData'];

const colors: Readonly<Record<Theme, Readonly<Record<Status, string>>>> = {
  light: {
    met: '#1c6e4a',
    onTrack: '#62b0cf',
    atRisk: '#f0c443',
    offTrack: '#cf6a26',
    missed: '#86203f',
    noData: '#c9ced3',
  },
  dark: {
    met: '#3aa877',
    onTrack: '#8fd0e8',
    atRisk: '#f2d06b',
    offTrack: '#e08a4c',
    missed: '#b23a63',
    noData: '#4a545d',
  },
};

/** The fill of a status. */
export function statusColor(status: Status, theme: Theme): string {
  return colors[theme][status];
}

/** Reads a status of the API; anything unknown counts as no data. */
export function asStatus(text: string | null | undefined): Status {
  return STATUSES.find((status) => status === text) ?? 'noData';
}

/** The worst of several, ignoring those without data; `noData` when there is nothing else. */
export function worstStatus(statuses: readonly Status[]): Status {
  let worst = -1;
  for (const status of statuses) {
    if (status !== 'noData') {
      worst = Math.max(worst, STATUSES.indexOf(status));
    }
  }
  return worst < 0 ? 'noData' : (STATUSES[worst] ?? 'noData');
}

/** The outline of a status' sign in a 16 × 16 box: a tick, an arrow, a warning, a fall, a cross, a dash. */
export const statusShapes: Readonly<Record<Status, string>> = {
  met: 'M3 8.5 6.5 12 13 4.5',
  onTrack: 'M3 12 12.5 3.5M6 3.5h6.5V10',
  atRisk: 'M8 3v6M8 12.2v.6',
  offTrack: 'M3 4 12.5 12.5M12.5 6v6.5H6',
  missed: 'M4 4l8 8M12 4l-8 8',
  noData: 'M4 8h8',
};
