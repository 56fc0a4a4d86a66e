import { effect, untracked } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Map as LibreMap, MapMouseEvent } from 'maplibre-gl';
import type { MapOverlay } from '../map/cityMap';
import { cityMap } from '../map/handle';
import { date } from '../state/model';
import { go } from '../state/navigation';
import { now, theme } from '../state/ui';
import { LIVE, tilesetOf, visible } from './collections';
import { writePicked, type Picked } from './layers';
import { TileLayers, type DrawnLayer } from './tileLayers';
import { tool } from './tool';

/** Keeps the layers of the address on the map, and takes the clicks on their features. */
export default function LayerOverlays(): null {
  useEffect(() => effect(() => cityMap.value?.lay(layerOverlay())), []);
  return null;
}

function layerOverlay(): MapOverlay {
  let library: LibreMap | null = null;
  let tiles: TileLayers | null = null;
  let stop = (): void => {};
  // While one draws, a click is a corner whatever lies below it.
  const at = (event: MapMouseEvent): Picked | null => (tool.peek() === null ? (tiles?.at(event.point) ?? null) : null);
  return {
    add: (map) => {
      const shown = new TileLayers(map, theme.peek());
      library = map;
      tiles = shown;
      const stops = [
        effect(() => shown.show(drawn())),
        // Once a minute, as ages grow.
        effect(() => {
          void now.value;
          untracked(() => shown.refresh(LIVE));
        }),
      ];
      stop = () => stops.forEach((one) => one());
    },
    remove: () => {
      stop();
      tiles?.remove();
      tiles = null;
    },
    onMove: (event) => {
      const isOn = at(event) !== null;
      if (isOn && library) {
        library.getCanvas().style.cursor = 'pointer';
      }
      return isOn;
    },
    onClick: (event) => {
      const found = at(event);
      if (found) {
        go({ picked: writePicked(found), pin: null });
      }
      return found !== null;
    },
    onDoubleClick: (event) => at(event) !== null,
  };
}

/** The layers whose tilesets are here. */
function drawn(): readonly DrawnLayer[] {
  const day = date.value;
  return day === null
    ? []
    : visible.value.flatMap((layer) => {
        const tileset = tilesetOf(layer.id, day).value.value;
        return tileset ? [{ ...layer, tileset }] : [];
      });
}
