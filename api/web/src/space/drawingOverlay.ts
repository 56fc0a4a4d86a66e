/** What is drawn, over the map: its layers, its handles, and the pointer while one draws. */

import { effect } from '@preact/signals';
import type { Map as LibreMap, MapMouseEvent } from 'maplibre-gl';
import { contactColor } from '../fleet/signs';
import { asContact } from '../fleet/words';
import { t } from '../i18n/text';
import type { MapOverlay } from '../map/cityMap';
import { address } from '../state/navigation';
import { theme } from '../state/ui';
import { formatDecimal } from './coordinates';
import { Drawing, type Spot } from './drawing';
import { Handles, type HandleTexts } from './handles';
import { followKeysOn, takePointer } from './pointing';
import { boats, draw, inside, isLaid, pulled, shape, shown, sketch } from './state';

/** Follows the signals from when it is laid over a map until it is taken off. */
export function drawingOverlay(): MapOverlay {
  let library: LibreMap | null = null;
  let stops: readonly (() => void)[] = [];
  const take = (event: MapMouseEvent): boolean => library !== null && takePointer(library, event);
  return {
    add: (map) => {
      library = map;
      const drawing = new Drawing(map, theme.peek());
      const handles = new Handles(map, texts(), {
        onPull: (next) => {
          pulled.value = next;
        },
        onChange: draw,
      });
      stops = [
        effect(() =>
          drawing.show({
            shape: shown.value,
            around: isLineAtRest() ? inside.value : null,
            isSketch: sketch.value !== null,
            points: sketch.value?.points ?? [],
            pin: address.value.pin,
            boats: sketch.value === null && pulled.value === null ? spots() : [],
          }),
        ),
        effect(() => handles.show(sketch.value || address.value.pin ? null : shape.value)),
        followKeysOn(map),
        () => handles.remove(),
        () => drawing.remove(),
      ];
      isLaid.value = true;
    },
    remove: () => {
      isLaid.value = false;
      stops.forEach((stop) => stop());
      stops = [];
      library = null;
    },
    onClick: take,
    onMove: take,
    onDoubleClick: take,
  };
}

/** The boats in the shape, in the colours of their contact. */
function spots(): readonly Spot[] {
  return (boats.value?.value?.items ?? []).map(({ longitude, latitude, contact }) => ({
    position: [longitude, latitude],
    color: contactColor(asContact(contact) ?? 'neverHeard', theme.value),
  }));
}

/** While somebody draws or pulls, what is around the line is not known yet. */
function isLineAtRest(): boolean {
  return sketch.value === null && pulled.value === null && shape.value?.kind === 'line';
}

function texts(): HandleTexts {
  return {
    corner: (number, position) => t('handle.corner', { number, place: formatDecimal(position) }),
    center: t('handle.center'),
    edge: t('handle.edge'),
    middle: (number) => t('handle.middle', { number }),
  };
}
