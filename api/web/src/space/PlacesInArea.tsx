import type { VNode } from 'preact';
import type { Feature } from 'geojson';
import type { AreaPlaces } from '../api/types';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { date, lang } from '../state/model';
import { collections, insideOf, type Collection } from './collections';
import { nameOfCollection, titleOf } from './features';
import { writePicked } from './layers';
import { askAgain, inside } from './state';
import { writeWkt } from './wkt';

/** Units and boats have parts of the answer of their own. */
const ELSEWHERE: readonly string[] = ['units', 'vessels'];
/** So many are named; the number is that of all. */
const MAX_NAMED = 50;

/** Sites, facilities, zones and routes that the shape meets: whatever the API has as collections. */
export function PlacesInArea({ places }: { readonly places: readonly AreaPlaces[] }): VNode | null {
  const day = date.value;
  const wkt = inside.value && writeWkt(inside.value);
  const wanted = (collections.value.value ?? []).filter(({ id }) => !ELSEWHERE.includes(id));
  return wkt && day && wanted.length > 0 ? (
    <>
      <h3>{t('area.places')}</h3>
      <ul class="places-in-area">
        {wanted.map((collection) => (
          <Inside
            key={collection.id}
            collection={collection}
            counted={places.find(({ layer }) => layer === collection.id)}
            wkt={wkt}
            day={day}
          />
        ))}
      </ul>
    </>
  ) : null;
}

function Inside({
  collection,
  counted,
  wkt,
  day,
}: {
  readonly collection: Collection;
  /** What the answer about the area says of it, before its features are here. */
  readonly counted: AreaPlaces | undefined;
  readonly wkt: string;
  readonly day: string;
}): VNode {
  const loaded = insideOf(collection.id, day, wkt).value;
  const features = loaded.value?.features ?? [];
  const count = loaded.value?.numberMatched ?? counted?.places;
  const length = counted?.lengthKilometers ?? null;
  if (loaded.state === 'failed' && !loaded.value) {
    return (
      <li>
        <ProblemNote problem={loaded.problem} onRetry={askAgain} />
      </li>
    );
  }
  return (
    <li data-places={collection.id} aria-busy={loaded.state === 'loading'}>
      <details>
        <summary>
          <span class="layer-sign" style={{ backgroundColor: collection.color }} />
          <span>{nameOfCollection(collection.id)}</span>
          {length === null ? null : <span class="hint">{formatNumber(length, 1, lang.value)} km</span>}
          <b>{count === undefined ? '…' : formatNumber(count, 0, lang.value)}</b>
        </summary>
        <Names collection={collection.id} features={features} count={count ?? features.length} />
      </details>
    </li>
  );
}

function Names({
  collection,
  features,
  count,
}: {
  readonly collection: string;
  readonly features: readonly Feature[];
  readonly count: number;
}): VNode {
  const named = features.slice(0, MAX_NAMED);
  return (
    <ul>
      {named.map((feature) => (
        <li key={feature.id}>
          <Link change={{ picked: writePicked({ collection, id: String(feature.id) }) }}>
            {titleOf(feature, String(feature.id))}
          </Link>
        </li>
      ))}
      {count > named.length ? <li class="hint">{t('area.more', { count: count - named.length })}</li> : null}
    </ul>
  );
}
