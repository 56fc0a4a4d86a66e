/** The reference systems that coordinates may be in, as the server knows them. */

import { computed } from '@preact/signals';
import { api } from '../api/client';
import type { ReferenceSystem } from '../api/types';
import { t } from '../i18n/text';
import { cache } from '../state/model';

/** Vietnam's maps in meters, that of the city's surveys first. Asked for when somebody needs them. */
export const maps = computed((): readonly ReferenceSystem[] =>
  (cache.get('systems', api.referenceSystems).value.value ?? [])
    .filter((system) => system.axes === 'eastingNorthing' && system.name.startsWith('VN-2000'))
    .toSorted((a, b) => Number(b.isOfCity) - Number(a.isOfCity)),
);

export function nameOfSystem(system: ReferenceSystem): string {
  const code = system.uri.slice(system.uri.lastIndexOf('/') + 1);
  return `${system.name} (EPSG:${code})${system.isOfCity ? ` · ${t('place.ofCity')}` : ''}`;
}
