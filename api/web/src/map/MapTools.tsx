import type { VNode } from 'preact';
import { Icon } from '../controls/Icon';
import { Swatch } from '../controls/Swatch';
import { t } from '../i18n/text';
import { scale } from '../state/choropleth';
import { select } from '../state/drill';
import { lang, rollupByUnit } from '../state/model';
import { go } from '../state/navigation';
import { cityMap } from './handle';
import { freeSpace } from './insets';
import { shortName } from './names';
import { SpaceTools } from '../space/SpaceTools';
import { farUnits, view } from './picture';

/** Nearer, farther, all of it; and the way to what lies outside the first view. */
export function MapTools(): VNode {
  const showAll = (): void => {
    go({ camera: null }, 'replace');
    const box = view.peek();
    if (box) {
      cityMap.peek()?.fit(box, freeSpace());
    }
  };
  return (
    <div class="map-tools" role="group" aria-label={t('map.tools')}>
      <div class="panel tool-column">
        <Tool name={t('map.nearer')} onClick={() => cityMap.peek()?.zoomBy(1)}>
          <Icon name="plus" />
        </Tool>
        <Tool name={t('map.farther')} onClick={() => cityMap.peek()?.zoomBy(-1)}>
          <Icon name="minus" />
        </Tool>
        <Tool name={t('map.all')} onClick={showAll}>
          <Icon name="home" />
        </Tool>
      </div>
      <SpaceTools />
      {farUnits.value.map(({ unit, box }) => (
        <button
          key={unit.code}
          type="button"
          class="panel far-unit"
          title={t('map.far')}
          onClick={() => {
            select(unit.code);
            cityMap.peek()?.fit(box, freeSpace());
          }}>
          <Swatch color={scale.value?.colorOf(rollupByUnit.value.get(unit.code)) ?? null} />
          {shortName(unit, lang.value)}
        </button>
      ))}
    </div>
  );
}

function Tool({
  name,
  onClick,
  children,
}: {
  readonly name: string;
  readonly onClick: () => void;
  readonly children: VNode;
}): VNode {
  return (
    <button type="button" class="quiet" title={name} aria-label={name} onClick={onClick}>
      {children}
    </button>
  );
}
