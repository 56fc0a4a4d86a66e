import type { VNode } from 'preact';
import { Icon, type IconName } from '../controls/Icon';
import { t } from '../i18n/text';
import { address, go } from '../state/navigation';
import { isNarrow, sheet } from '../state/ui';
import { TOOLS, type Tool } from './sketch';
import { isTyping, take, tool } from './tool';

const ICONS: Readonly<Record<Tool, IconName>> = {
  polygon: 'polygon',
  circle: 'circle',
  line: 'route',
  measure: 'ruler',
  place: 'pin',
};

/** What one draws, measures and asks with. */
export function SpaceTools(): VNode {
  return (
    <div class="panel tool-column" role="group" aria-label={t('space.tools')}>
      {TOOLS.map((one) => (
        <button
          key={one}
          type="button"
          class="quiet"
          data-tool={one}
          title={t(`tool.${one}`)}
          aria-label={t(`tool.${one}`)}
          aria-pressed={tool.value === one}
          onClick={() => take(one)}>
          <Icon name={ICONS[one]} />
        </button>
      ))}
      <button
        type="button"
        class="quiet"
        data-tool="layers"
        title={t('layers.open')}
        aria-label={t('layers.open')}
        aria-pressed={address.value.showsLayers}
        onClick={openLayers}>
        <Icon name="layers" />
      </button>
      <button
        type="button"
        class="quiet"
        data-tool="type"
        title={t('space.type')}
        aria-label={t('space.type')}
        onClick={() => {
          isTyping.value = true;
        }}>
        <Icon name="type" />
      </button>
    </div>
  );
}

/** The list of layers takes the place of what the map shows. */
function openLayers(): void {
  const showsLayers = !address.peek().showsLayers;
  go({ showsLayers, isFolded: false });
  if (showsLayers && isNarrow.peek()) {
    sheet.value = 'show';
  }
}
