/** The map on the page: everything that the signals say, brought to {@link CityMap}. */

import { effect, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/text';
import { scale } from '../state/choropleth';
import { drill, select } from '../state/drill';
import { selected } from '../state/model';
import { address, go } from '../state/navigation';
import { cannotDraw, isPlaying, pointed, theme } from '../state/ui';
import type { Camera } from '../state/address';
import { CityMap, type MapHandlers } from './cityMap';
import { cityMap } from './handle';
import { freeSpace } from './insets';
import { labels, paints, shapes, view } from './picture';

export default function MapView() {
  const container = useRef<HTMLDivElement>(null);
  const drawnTheme = theme.value;
  useEffect(() => (container.current ? mount(container.current) : undefined), [drawnTheme]);
  return <div class="map" ref={container} role="region" aria-label={t('map.region')} />;
}

/** Makes the map once there is a view to start with, and follows the signals until it is taken away. */
function mount(element: HTMLElement): () => void {
  const stops: (() => void)[] = [];
  let isGone = false;
  let hasStarted = false;
  stops.push(
    effect(() => {
      const box = view.value;
      // Asked for now, so that the shapes are here when the map is.
      void shapes.value;
      if (!box || hasStarted) {
        return;
      }
      hasStarted = true;
      const { camera } = address.peek();
      const names = untracked(() => ({ map: t('map.canvas') }));
      CityMap.create(element, theme.peek(), camera ?? box, freeSpace(), names, handlers()).then((map) => {
        if (isGone) {
          map.remove();
          return;
        }
        cityMap.value = map;
        stops.push(() => map.remove(), ...follow(map, camera));
      }, fallBack);
    }),
  );
  return () => {
    isGone = true;
    cityMap.value = null;
    stops.reverse().forEach((stop) => stop());
  };
}

/** A browser that cannot draw the map still has all of it as a table. */
function fallBack(): void {
  cannotDraw.value = true;
  go({ showsTable: true }, 'replace');
  document.documentElement.dataset['ready'] = 'true';
}

let handCamera: Camera | null = null;

function handlers(): MapHandlers {
  return {
    onHover: (code, x, y) => {
      pointed.value = code === null ? null : { code, x, y };
    },
    onSelect: select,
    onDrill: drill,
    onCamera: (camera) => {
      handCamera = camera;
      go({ camera }, 'replace');
    },
    onIdle: () => {
      if (scale.peek()) {
        document.documentElement.dataset['ready'] = 'true';
      }
    },
  };
}

function follow(map: CityMap, start: Camera | null): (() => void)[] {
  let shownView = view.peek();
  let shownCamera = start;
  return [
    effect(() => {
      map.setShapes(shapes.value);
      // New shapes carry no colour, whatever was painted before.
      map.paint(paints.peek());
    }),
    effect(() => map.paint(paints.value)),
    effect(() => map.setLabels(labels.value)),
    effect(() => map.select(selected.value?.code ?? null)),
    effect(() => {
      const box = view.value;
      const { camera } = address.value;
      if (camera && camera !== shownCamera && camera !== handCamera) {
        map.jump(camera);
      } else if (!camera && box && (box !== shownView || shownCamera !== null) && !isPlaying.peek()) {
        map.fit(box, freeSpace());
      }
      shownView = box;
      shownCamera = camera;
    }),
  ];
}
