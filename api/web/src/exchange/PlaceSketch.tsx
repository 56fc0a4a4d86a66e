import { computed } from '@preact/signals';
import type { Feature, FeatureCollection } from 'geojson';
import type { VNode } from 'preact';
import { api } from '../api/client';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { cache, city, era, keys, lang, territory } from '../state/model';
import { sketchOf } from './preview';

/** The outlines of the units below the city, to see where things lie. */
const ground = computed((): FeatureCollection | null => {
  const root = city.value.value?.rootUnit;
  const level = root ? territory.value?.levelsBelow(root)[0] : undefined;
  const day = era.value;
  return day && level
    ? (cache.get(keys.boundaries(day, level), () => api.boundaries(day, level)).value.value ?? null)
    : null;
});

/** Where the places of a file would lie. */
export function PlaceSketch({ features }: { readonly features: readonly Feature[] }): VNode | null {
  const sketch = sketchOf(features, ground.value?.features ?? []);
  if (!sketch) {
    return null;
  }
  const number = (value: number): string => formatNumber(value, 0, lang.value);
  return (
    <figure class="place-sketch">
      <svg
        viewBox={`0 0 ${sketch.width} ${sketch.height}`}
        role="img"
        aria-label={t('placeFile.sketch', { count: number(features.length) })}>
        {sketch.ground.map((path, i) => (
          <path key={i} class="ground" d={path} />
        ))}
        {sketch.areas.map((path, i) => (
          <path key={i} class="area" d={path} />
        ))}
        {sketch.lines.map((path, i) => (
          <path key={i} class="line" d={path} />
        ))}
        {sketch.points.map(([x, y], i) => (
          <circle key={i} cx={x} cy={y} r="3.5" />
        ))}
      </svg>
      <figcaption class="hint">
        {t('placeFile.sketch', { count: number(features.length) })}
        {sketch.drawn < features.length ? ` ${t('placeFile.drawn', { count: number(sketch.drawn) })}` : null}
      </figcaption>
      {sketch.outside > 0 ? (
        <p class="note" role="status">
          {t('placeFile.outside', { count: number(sketch.outside) })}
        </p>
      ) : null}
    </figure>
  );
}
