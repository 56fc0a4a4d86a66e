/** What the map shows, worked out from the signals: shapes, colours, labels and the view. */

import { computed } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import { api } from '../api/client';
import type { Indicator, Unit } from '../api/types';
import { formatBare, formatGap } from '../format/figures';
import { tCode } from '../i18n/text';
import { inkOn } from '../scale/oklab';
import { statusOf } from '../scale/scale';
import { differences, method, scale, unitsInView } from '../state/choropleth';
import {
  boundaries,
  cache,
  city,
  era,
  indicator,
  keys,
  lang,
  level,
  rollupByUnit,
  scope,
  shown,
  territory,
} from '../state/model';
import { address } from '../state/navigation';
import { pointedClass, theme } from '../state/ui';
import type { Label, Shapes } from './cityMap';
import { boxOf, mainView, union, type Box } from './geometry';
import { signImage } from './images';
import { shortName } from './names';
import type { UnitPaint } from './painter';
import { paletteOf } from './palette';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** With at most so many units in view their figures are written below their names. */
const MAX_WRITTEN_FIGURES = 60;

function shapesOf(tier: string | null | undefined): FeatureCollection {
  const day = era.value;
  return day && tier
    ? (cache.get(keys.boundaries(day, tier), () => api.boundaries(day, tier)).value.value ?? NOTHING)
    : NOTHING;
}

/** The shapes of the level, the borders of the tier above it and the outline of the whole. */
export const shapes = computed((): Shapes => {
  const root = territory.value?.find(city.value.value?.rootUnit);
  const all = root ? (territory.value?.levelsBelow(root.code) ?? []) : [];
  const above = level.value ? all[all.indexOf(level.value) - 1] : undefined;
  return { units: boundaries.value.value ?? NOTHING, uppers: shapesOf(above), outline: shapesOf(root?.level) };
});

/** The colour of every unit on the map, inside and outside the one that one has drilled into. */
export const paints = computed((): ReadonlyMap<string, UnitPaint> => {
  const classes = scale.value;
  const pointed = pointedClass.value;
  const inside = new Set(unitsInView.value.map((unit) => unit.code));
  const paint = new Map<string, UnitPaint>();
  const isGround = address.value.view === 'fleet';
  for (const feature of boundaries.value.value?.features ?? []) {
    const code = String(feature.properties?.['code']);
    const rollup = rollupByUnit.value.get(code);
    if (isGround) {
      // Under boats the units are ground: a colour would be taken for theirs.
      paint.set(code, { color: paletteOf(theme.value).land, isOutside: false, isFaded: false });
      continue;
    }
    paint.set(code, {
      // Until figures are here there is nothing to say about a unit, not even that it has no data.
      color: classes && shown.value ? classes.colorOf(rollup) : paletteOf(theme.value).land,
      isOutside: !inside.has(code),
      isFaded: pointed !== null && (classes?.classIdOf(rollup) ?? 'noData') !== pointed,
    });
  }
  return paint;
});

export const labels = computed((): readonly Label[] => {
  const what = indicator.value;
  if (address.value.view === 'fleet') {
    return groundLabels();
  }
  const inside = unitsInView.value;
  // Few units have room for their figures, and for letters in the ink of their own fill. Names of many reach over their
  // neighbours, so they are written in one ink with one rim.
  const isRoomy = inside.length <= MAX_WRITTEN_FIGURES;
  const { ink, halo, noData } = paletteOf(theme.value);
  return inside.flatMap((unit): Label[] => {
    if (unit.longitude === null || unit.latitude === null) {
      return [];
    }
    const rollup = rollupByUnit.value.get(unit.code);
    const changes = differences.value;
    const value = changes ? (changes.get(unit.code) ?? null) : (rollup?.value ?? null);
    const fill = scale.value?.colorOf(rollup) ?? noData;
    return [
      {
        code: unit.code,
        longitude: unit.longitude,
        latitude: unit.latitude,
        name: shortName(unit, lang.value),
        value: isRoomy && what && value !== null ? writeValue(value, what, changes !== null) : '',
        ...(isRoomy ? { ink: inkOn(fill), halo: fill } : { ink, halo }),
        sign: signOf(unit.code),
        rank: -(unit.population ?? unit.areaSquareKilometers ?? 0),
      },
    ];
  });
});

/** Under boats only names. */
function groundLabels(): readonly Label[] {
  const { ink, halo } = paletteOf(theme.value);
  return unitsInView.value.flatMap((unit): Label[] => {
    const { code, longitude, latitude, population } = unit;
    if (longitude === null || latitude === null) {
      return [];
    }
    const name = shortName(unit, lang.value);
    return [{ code, longitude, latitude, name, value: '', ink, halo, sign: '', rank: -(population ?? 0) }];
  });
}

function writeValue(value: number, what: Indicator, isDifference: boolean): string {
  return isDifference
    ? formatGap(value, what, lang.value)
    : formatBare(value, what, lang.value, (code) => tCode('unit', code));
}

/**
 * By status every unit but those that are done carries the sign of its status: the colours are then told apart without
 * seeing colour, and what needs doing is what stands out.
 */
function signOf(code: string): string {
  const status = statusOf(rollupByUnit.value.get(code));
  return method.value !== 'status' || status === 'met' || status === 'noData' ? '' : signImage(status);
}

interface Placed {
  readonly unit: Unit;
  readonly box: Box;
}

/** The units in view with the boxes around them, those far off apart. */
const placed = computed((): { readonly near: readonly Placed[]; readonly far: readonly Placed[] } => {
  const tree = territory.value;
  const items = (boundaries.value.value?.features ?? []).flatMap((feature): Placed[] => {
    const unit = tree?.find(String(feature.properties?.['code']));
    const box = boxOf(feature);
    return unit && box && scope.value && tree?.isWithin(unit.code, scope.value.code) ? [{ unit, box }] : [];
  });
  return mainView(items);
});

let lastView: Box | null = null;

/** Where to look: around the units in view but those far off. The same object while it stays the same box. */
export const view = computed((): Box | null => {
  const next = union(placed.value.near.map((item) => item.box));
  if (next && lastView && JSON.stringify(next) === JSON.stringify(lastView)) {
    return lastView;
  }
  lastView = next;
  return next;
});

/** Units that the first view leaves out, such as an island far off. */
export const farUnits = computed((): readonly Placed[] => placed.value.far);
