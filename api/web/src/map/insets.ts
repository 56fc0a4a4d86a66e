/** The part of the map that no panel covers. */

import type { PaddingOptions } from 'maplibre-gl';

const MARGIN = 28;
const MAX_SIDE_SHARE = 0.6;

/**
 * Room to leave on each side, measured from the panels that say which edge they cover (`data-edge`). On a small screen
 * at least half of each direction stays for the map.
 */
export function freeSpace(): PaddingOptions {
  const stage = document.querySelector('.map')?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
  const { width, height } = stage;
  const covered = { top: 0, bottom: 0, left: 0, right: 0 };
  for (const panel of document.querySelectorAll<HTMLElement>('[data-edge]')) {
    const box = panel.getBoundingClientRect();
    // Sheets on a phone come and go over the map; it does not make room for them.
    if (!panel.checkVisibility({ visibilityProperty: true }) || (isSide(panel) && box.width > width * MAX_SIDE_SHARE)) {
      continue;
    }
    switch (panel.dataset['edge']) {
      case 'top':
        covered.top = Math.max(covered.top, box.bottom - stage.top);
        break;
      case 'bottom':
        covered.bottom = Math.max(covered.bottom, stage.bottom - box.top);
        break;
      case 'left':
        covered.left = Math.max(covered.left, box.right - stage.left);
        break;
      case 'right':
        covered.right = Math.max(covered.right, stage.right - box.left);
        break;
    }
  }
  return {
    top: Math.min(covered.top, height / 4) + MARGIN,
    bottom: Math.min(covered.bottom, height / 4) + MARGIN,
    left: Math.min(covered.left, width / 3) + MARGIN,
    right: Math.min(covered.right, width / 3) + MARGIN,
  };
}

function isSide(panel: HTMLElement): boolean {
  return panel.dataset['edge'] === 'left' || panel.dataset['edge'] === 'right';
}
