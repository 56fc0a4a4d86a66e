import type { VNode } from 'preact';
import type { Feature } from 'geojson';
import { Icon } from '../controls/Icon';
import { ProblemNote } from '../controls/ProblemNote';
import { formatAmount } from '../format/numbers';
import { t, tCode } from '../i18n/text';
import { cache, date, lang } from '../state/model';
import { address, go } from '../state/navigation';
import { picked, queryablesOf } from './collections';
import { CopyButton } from './CopyButton';
import { nameOfCollection, titleOf } from './features';
import { readPicked, type Picked } from './layers';

/** A feature of a collection with all that is known of it. */
export function FeaturePanel(): VNode | null {
  const wish = readPicked(address.value.picked);
  const loaded = picked.value;
  if (!wish) {
    return null;
  }
  const feature = loaded?.value;
  return (
    <section class="panel space-panel feature-panel" data-edge="right" aria-label={t('feature.title')}>
      <div class="panel-head">
        <div>
          <h2>{feature ? titleOf(feature, wish.id) : wish.id}</h2>
          <p class="hint">
            {nameOfCollection(wish.collection)} · {wish.id}
          </p>
        </div>
        <button
          type="button"
          class="quiet"
          title={t('action.close')}
          aria-label={t('action.close')}
          onClick={() => go({ picked: null })}>
          <Icon name="close" />
        </button>
      </div>
      {loaded?.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={() => cache.retryFailed()} /> : null}
      {feature ? <Properties feature={feature} collection={wish.collection} /> : null}
      <div class="actions">
        <CopyButton text={() => location.href} name={t('space.link')} />
        <a class="button" href={itemAddress(wish)}>
          {t('feature.raw')}
        </a>
      </div>
    </section>
  );
}

/** Names stand above, in the reader's language. */
const IN_THE_HEAD: readonly string[] = ['id', 'nameVi', 'nameEn', 'nameAscii', 'name'];

/** What a property is called: by us, else by the API, else as other programs call it. */
function labelOf(name: string, title: string | undefined): string {
  const known = tCode('property', name);
  return known === name ? (title ?? name) : known;
}

function Properties({ feature, collection }: { readonly feature: Feature; readonly collection: string }): VNode {
  const titles = queryablesOf(collection).value.value?.properties ?? {};
  const known = Object.entries(feature.properties ?? {}).filter(
    ([name, value]) => value !== null && value !== '' && !IN_THE_HEAD.includes(name),
  );
  return (
    <dl class="properties">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt title={titles[name]?.title}>{labelOf(name, titles[name]?.title)}</dt>
          <dd>{write(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function write(value: unknown): string {
  if (typeof value === 'number') {
    return formatAmount(value, lang.value);
  }
  if (typeof value === 'boolean') {
    return t(value ? 'feature.yes' : 'feature.no');
  }
  if (Array.isArray(value)) {
    return value.map(write).join(', ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function itemAddress({ collection, id }: Picked): string {
  const day = date.value ? `&datetime=${date.value}` : '';
  return `/ogc/collections/${encodeURIComponent(collection)}/items/${encodeURIComponent(id)}?f=json${day}`;
}
