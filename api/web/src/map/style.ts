/** The MapLibre style: sources, layers and the fonts, all of them served by us. */

import latin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2?url';
import latinExt from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-500-normal.woff2?url';
import vietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2?url';
import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import { FONT, LABELS, layersFor, OUTLINE, UNITS, UPPERS } from './layers';
import { paletteOf } from './palette';
import type { Theme } from '../scale/ramps';

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

function absolute(url: string): string {
  return new URL(url, location.href).href;
}
