/** The MapLibre style: sources, layers and the fonts, all of them served by us. */

import latin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2?url';
import latinExt from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-500-normal.woff2?url';
import vietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2?url';
import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { paletteOf, type Palette } from './palette';
import type { Theme } from '../scale/ramps';

export const UNITS = 'units';
export const UPPERS = 'uppers';
export const OUTLINE = 'outline';
export const LABELS = 'labels';
export const UNIT_FILL = 'unit-fill';
export const HATCH_IMAGE = 'hatch';
const FONT = 'Be Vietnam Pro';

/** Shown faintly: outside the unit that one is in, or outside the legend's class that one points at. */
const OUTSIDE_OPACITY = 0.16;
const FADED_OPACITY = 0.22;

/** The style without data; sources are filled as answers arrive. */
export function styleFor(theme: Theme): StyleSpecification {
  const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
  return {
    version: 8,
    // Labels are drawn here from our own font files: no request for glyphs, every Vietnamese letter.
    'font-faces': {
      [FONT]: [
        {
          url: absolute(vietnamese),
          'unicode-range': [
            'U+102-103',
            'U+110-111',
            'U+128-129',
            'U+168-169',
            'U+1A0-1A1',
            'U+1AF-1B0',
            'U+300-301',
            'U+303-304',
            'U+308-309',
            'U+323',
            'U+1EA0-1EF9',
            'U+20AB',
          ],
        },
        {
          url: absolute(latin),
          'unicode-range': ['U+0-FF', 'U+131', 'U+152-153', 'U+2C6', 'U+2DA', 'U+2DC', 'U+2000-206F', 'U+2212'],
        },
        { url: absolute(latinExt), 'unicode-range': ['U+100-2BA', 'U+1E00-1E9F'] },
      ],
    },
    transition: { duration: 250, delay: 0 },
    sources: {
      [OUTLINE]: { type: 'geojson', data: empty },
      [UNITS]: { type: 'geojson', data: empty, promoteId: 'code' },
      [UPPERS]: { type: 'geojson', data: empty },
      [LABELS]: { type: 'geojson', data: empty },
    },
    layers: layersFor(paletteOf(theme)),
  };
}

const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];

function layersFor(palette: Palette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    // A soft shade around the coast sets the land off without a hard edge.
    {
      id: 'shore',
      type: 'line',
      source: OUTLINE,
      paint: { 'line-color': palette.shore, 'line-width': 22, 'line-blur': 20, 'line-opacity': 0.9 },
    },
    { id: 'land', type: 'fill', source: OUTLINE, paint: { 'fill-color': palette.land } },
    {
      id: UNIT_FILL,
      type: 'fill',
      source: UNITS,
      paint: {
        'fill-color': ['to-color', ['feature-state', 'color'], palette.noData],
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
    {
      id: 'unit-border',
      type: 'line',
      source: UNITS,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 12, 1.4],
        'line-opacity': ['case', state('outside'), 0.4, 0.9],
      },
    },
    {
      id: 'upper-border',
      type: 'line',
      source: UPPERS,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.upperBorder,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 12, 1.6],
        'line-opacity': 0.55,
      },
    },
    {
      id: 'unit-hover',
      type: 'line',
      source: UNITS,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': ['case', state('hovered'), 2, 0],
        'line-opacity': ['case', state('hovered'), 0.85, 0],
      },
    },
    {
      id: 'selected-casing',
      type: 'line',
      source: UNITS,
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.paper, 'line-width': 6 },
    },
    {
      id: 'selected',
      type: 'line',
      source: UNITS,
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.ink, 'line-width': 2.5 },
    },
    {
      id: 'label',
      type: 'symbol',
      source: LABELS,
      layout: {
        'text-font': [FONT],
        'text-field': ['format', ['get', 'name'], {}, '\n', {}, ['get', 'value'], { 'font-scale': 0.9 }],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 11, 12.5, 14, 15],
        'text-line-height': 1.15,
        'text-max-width': 7,
        'text-padding': 3,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: {
        'text-color': palette.ink,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.5,
        'text-halo-blur': 0.3,
      },
    },
  ];
}

function absolute(url: string): string {
  return new URL(url, location.href).href;
}
