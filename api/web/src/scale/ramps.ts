/** Colour ramps of the map: even in lightness, so that they read in grey print and with any colour vision. Pure. */

import { mix } from './oklab';

export type Theme = 'light' | 'dark';

/** A little is close to the ground in either theme: light on paper, dark on a wall. */
const sequentialAnchors: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#dcefe6', '#9fd4c6', '#5bb0b4', '#35849f', '#28557f', '#1c2b52'],
  dark: ['#1d3340', '#1f5262', '#26767f', '#46a08f', '#86cba0', '#d3f2c4'],
};

/** Violet is short of the target and green beyond it: a pair that colour-blind readers tell apart. */
const divergingAnchors: Readonly<Record<Theme, readonly [string, string, string, string]>> = {
  light: ['#6b3a86', '#e3d3ea', '#d5ead2', '#22703f'],
  dark: ['#b48ad0', '#3d3048', '#26402f', '#74c98d'],
};

/** So many colours from low to high. */
export function sequentialRamp(classes: number, theme: Theme): readonly string[] {
  return sample(sequentialAnchors[theme], classes);
}

/**
 * So many colours short of the target and so many beyond it, each side getting stronger away from the target at the
 * pace of a side of `perSide` classes: a lone class next to the target is pale.
 */
export function divergingRamp(short: number, beyond: number, perSide: number, theme: Theme): readonly string[] {
  const [farShort, justShort, justBeyond, farBeyond] = divergingAnchors[theme];
  return [
    ...sample([justShort, farShort], perSide).slice(0, short).reverse(),
    ...sample([justBeyond, farBeyond], perSide).slice(0, beyond),
  ];
}

function sample(anchors: readonly string[], count: number): readonly string[] {
  if (count <= 0) {
    return [];
  }
  if (count === 1) {
    return [colorAt(anchors, 0.5)];
  }
  return Array.from({ length: count }, (_, i) => colorAt(anchors, i / (count - 1)));
}

function colorAt(anchors: readonly string[], share: number): string {
  const position = share * (anchors.length - 1);
  const below = Math.min(Math.floor(position), anchors.length - 2);
  const from = anchors[below] ?? '#000000';
  return mix(from, anchors[below + 1] ?? from, position - below);
}
