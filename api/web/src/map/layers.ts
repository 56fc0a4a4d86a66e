/** The layers of the map, from the sea up to the names. */

import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { HATCH_IMAGE } from './images';
import type { Palette } from './palette';

export const UNITS = 'units';
export const UPPERS = 'uppers';
export const OUTLINE = 'outline';
export const LABELS = 'labels';
export const UNIT_FILL = 'unit-fill';

/** The lowest layer of the land: what is put before it is under it. */
export const SHORE = 'shore';
export const SELECTED_LAYERS = ['selected-casing', 'selected'] as const;
export const FONT = 'Be Vietnam Pro';

/** Shown faintly: outside the unit that one is in, or outside the legend's class that one points at. */
const OUTSIDE_OPACITY = 0.16;
const FADED_OPACITY = 0.22;

const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
const round = { 'line-join': 'round' } as const;

/** All layers, the lowest first. */
export function layersFor(palette: Palette): LayerSpecification[] {
  return [...groundLayers(palette), ...unitLayers(palette), ...lineLayers(palette), labelLayer()];
}

function groundLayers({ sea, shore, land }: Palette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sea } },
    // A soft shade around the coast sets the land off without a hard edge.
    {
      id: SHORE,
      type: 'line',
      source: OUTLINE,
      paint: { 'line-color': shore, 'line-width': 22, 'line-blur': 20, 'line-opacity': 0.9 },
    },
    { id: 'land', type: 'fill', source: OUTLINE, paint: { 'fill-color': land } },
  ];
}

function unitLayers({ noData }: Palette): LayerSpecification[] {
  return [
    {
      id: UNIT_FILL,
      type: 'fill',
      source: UNITS,
      paint: {
        'fill-color': ['to-color', ['feature-state', 'color'], noData],
        'fill-opacity': ['case', state('outside'), OUTSIDE_OPACITY, state('faded'), FADED_OPACITY, 1],
        'fill-antialias': false,
      },
    },
    {
      id: 'unit-hatch',
      type: 'fill',
      source: UNITS,
      paint: {
        'fill-pattern': HATCH_IMAGE,
        'fill-opacity': ['case', state('outside'), 0, state('hatched'), 1, 0],
      },
    },
  ];
}

function lineLayers({ border, upperBorder, ink, paper }: Palette): LayerSpecification[] {
  const [casing, selected] = SELECTED_LAYERS;
  return [
    {
      id: 'unit-border',
      type: 'line',
      source: UNITS,
      layout: round,
      paint: {
        'line-color': border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 12, 1.4],
        'line-opacity': ['case', state('outside'), 0.4, 0.9],
      },
    },
    {
      id: 'upper-border',
      type: 'line',
      source: UPPERS,
      layout: round,
      paint: {
        'line-color': upperBorder,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 12, 1.6],
        'line-opacity': 0.55,
      },
    },
    {
      id: 'unit-hover',
      type: 'line',
      source: UNITS,
      layout: round,
      paint: {
        'line-color': ink,
        'line-width': ['case', state('hovered'), 2, 0],
        'line-opacity': ['case', state('hovered'), 0.85, 0],
      },
    },
    {
      id: casing,
      type: 'line',
      source: UNITS,
      filter: isUnit(''),
      layout: round,
      paint: { 'line-color': paper, 'line-width': 6 },
    },
    {
      id: selected,
      type: 'line',
      source: UNITS,
      filter: isUnit(''),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2.5 },
    },
  ];
}

/** The filter of one unit; of none for an empty code. */
export function isUnit(code: string): ExpressionSpecification {
  return ['==', ['get', 'code'], code];
}

function labelLayer(): LayerSpecification {
  const hasNoSign: ExpressionSpecification = ['==', ['get', 'sign'], ''];
  return {
    id: 'label',
    type: 'symbol',
    source: LABELS,
    layout: {
      'text-font': [FONT],
      'text-field': ['format', ['get', 'name'], {}, '\n', {}, ['get', 'value'], { 'font-scale': 0.9 }],
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 11, 12.5, 14, 15],
      'text-line-height': 1.15,
      'text-max-width': 8,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
      'icon-image': ['get', 'sign'],
      // Where the name finds no room the sign still may.
      'text-optional': true,
      'text-anchor': ['case', hasNoSign, 'center', 'top'],
      'text-offset': ['case', hasNoSign, ['literal', [0, 0]], ['literal', [0, 0.8]]],
    },
    paint: {
      'text-color': ['to-color', ['get', 'ink']],
      'text-halo-color': ['to-color', ['get', 'halo']],
      'text-halo-width': 1.5,
      'text-halo-blur': 0.3,
    },
  };
}
