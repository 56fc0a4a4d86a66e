import type { VNode } from 'preact';
import { theme } from '../state/ui';
import type { Zone } from './words';
import { zoneColor, zoneDash, zoneWidth } from './zoneSigns';

/** A zone as the map draws it, beside its name. Outside all zones nothing is drawn. */
export function ZoneSign({ zone }: { readonly zone: Zone }): VNode {
  const color = zoneColor(zone, theme.value);
  const width = zoneWidth(zone);
  return (
    <svg class="boat-sign" viewBox="0 0 20 14" width="20" height="14" aria-hidden="true">
      {zone === 'outside' ? null : (
        <rect
          x="1.5"
          y="1.5"
          width="17"
          height="11"
          rx="1"
          fill={color}
          fill-opacity={zone === 'foreign' ? 0 : 0.18}
          stroke={color}
          stroke-width={width}
          stroke-dasharray={zoneDash(zone)?.map((part) => part * width).join(' ')}
        />
      )}
    </svg>
  );
}
