import type { VNode } from 'preact';
import '../styles/space.css';
import { Icon } from '../controls/Icon';
import { ProblemNote } from '../controls/ProblemNote';
import { formatNumber } from '../format/numbers';
import { formatDay } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { Legend } from '../map/Legend';
import { cache, date, indicator, lang } from '../state/model';
import { go } from '../state/navigation';
import { collections, countOf, layers, type Collection } from './collections';
import { nameOfCollection } from './features';
import { moveLayer, toggleLayer, withOpacity, writeLayers, type Layer } from './layers';

/** The collections that can lie over the map, each with its sign, and how the visible ones lie. */
export default function LayersPanel(): VNode {
  const all = collections.value;
  // The visible ones first, the uppermost on top, as they lie on the map.
  const shown = layers.value.toReversed();
  const byId = new Map((all.value ?? []).map((collection) => [collection.id, collection]));
  const others = (all.value ?? []).filter(({ id }) => !shown.some((layer) => layer.id === id));
  return (
    <section class="panel show-panel layers-panel" data-edge="left" aria-label={t('layers.title')}>
      <div class="panel-head">
        <div>
          <h2>{t('layers.title')}</h2>
          {date.value ? <p class="hint">{t('layers.when', { day: formatDay(date.value, lang.value) })}</p> : null}
        </div>
        <button
          type="button"
          class="quiet"
          title={t('layers.back')}
          aria-label={t('layers.back')}
          onClick={() => go({ showsLayers: false })}>
          <Icon name="close" />
        </button>
      </div>
      {all.state === 'failed' ? <ProblemNote problem={all.problem} onRetry={() => cache.retryFailed()} /> : null}
      {all.value?.length === 0 ? <p class="note">{t('layers.none')}</p> : null}
      <ul class="layer-list">
        {shown.map((layer) => {
          const collection = byId.get(layer.id);
          return collection ? <Row key={layer.id} collection={collection} layer={layer} /> : null;
        })}
        {others.map((collection) => (
          <Row key={collection.id} collection={collection} layer={null} />
        ))}
      </ul>
      {indicator.value ? <h3>{nameOf(indicator.value)}</h3> : null}
      <Legend />
    </section>
  );
}

function Row({ collection, layer }: { readonly collection: Collection; readonly layer: Layer | null }): VNode {
  const { id, color, description } = collection;
  const name = nameOfCollection(id);
  const count = date.value ? countOf(id, date.value).value.value?.numberMatched : undefined;
  return (
    <li data-layer={id}>
      <label class="layer-name" title={description}>
        <input type="checkbox" checked={layer !== null} onChange={() => set(toggleLayer(layers.peek(), id))} />
        <span class="layer-sign" style={{ backgroundColor: color }} />
        <span>{name}</span>
        {count === undefined ? null : (
          <small title={t('layers.count', { count })}>{formatNumber(count, 0, lang.value)}</small>
        )}
      </label>
      {layer ? <Strength layer={layer} name={name} /> : null}
    </li>
  );
}

function Strength({ layer, name }: { readonly layer: Layer; readonly name: string }): VNode {
  const all = layers.value;
  const { id, opacity } = layer;
  return (
    <div class="layer-tools">
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={opacity}
        aria-label={t('layers.opacity', { name })}
        onInput={(event) => set(withOpacity(layers.peek(), id, event.currentTarget.valueAsNumber), 'replace')}
      />
      <button
        type="button"
        class="quiet"
        title={t('layers.up', { name })}
        aria-label={t('layers.up', { name })}
        disabled={all.at(-1)?.id === id}
        onClick={() => set(moveLayer(layers.peek(), id, 1))}>
        <Icon name="raise" />
      </button>
      <button
        type="button"
        class="quiet"
        title={t('layers.down', { name })}
        aria-label={t('layers.down', { name })}
        disabled={all[0]?.id === id}
        onClick={() => set(moveLayer(layers.peek(), id, -1))}>
        <Icon name="down" />
      </button>
    </div>
  );
}

function set(next: readonly Layer[], step: 'push' | 'replace' = 'push'): void {
  go({ layers: writeLayers(next) }, step);
}
