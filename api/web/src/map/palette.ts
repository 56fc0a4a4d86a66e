/** Colours of the map that are not data. */

import type { Theme } from '../scale/ramps';

export interface Palette {
  readonly sea: string;
  readonly shore: string;
  readonly land: string;
  readonly noData: string;
  readonly hatch: string;
  readonly border: string;
  readonly upperBorder: string;
  readonly ink: string;
  readonly halo: string;
  readonly paper: string;
}

const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    sea: '#e8eef1',
    shore: '#cbd8df',
    land: '#f6f7f5',
    noData: '#eceeed',
    hatch: '#b3bbc1',
    border: '#ffffff',
    upperBorder: '#33424d',
    ink: '#16222b',
    halo: '#ffffff',
    paper: '#ffffff',
  },
  dark: {
    sea: '#0d1317',
    shore: '#080c0f',
    land: '#1b232a',
    noData: '#20282e',
    hatch: '#4d5962',
    border: '#0d1317',
    upperBorder: '#c5d0d8',
    ink: '#f1f5f7',
    halo: '#0d1317',
    paper: '#0d1317',
  },
};

export function paletteOf(theme: Theme): Palette {
  return palettes[theme];
}
