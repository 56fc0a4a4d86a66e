/** Pointer and keys on the map while one draws. */

import { effect, untracked } from '@preact/signals';
import type { Map as LibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Position } from './geodesy';
import { addPoint, finish, undoPoint } from './sketch';
import { follow, pointer, sketch } from './state';

/** Within so many pixels of the first point a click closes the drawing. */
const CLOSING_PIXELS = 12;
/** The second click of a double one does not set another point. */
const SAME_PIXELS = 3;

/** Takes keys to the drawing as long as there is one, with a cross where they set points; gives back what ends that. */
export function followKeysOn(library: LibreMap): () => void {
  const canvas = library.getCanvas();
  const cross = document.createElement('div');
  cross.className = 'crosshair';
  cross.ariaHidden = 'true';
  library.getCanvasContainer().append(cross);
  const onKey = (event: KeyboardEvent): void => key(library, event);
  document.addEventListener('keydown', onKey, true);
  const stopFollowing = effect(() => {
    const isDrawing = sketch.value !== null;
    canvas.parentElement?.classList.toggle('is-drawing', isDrawing);
    if (isDrawing && untracked(() => sketch.value?.points.length) === 0) {
      canvas.focus({ preventScroll: true });
    }
  });
  return () => {
    stopFollowing();
    document.removeEventListener('keydown', onKey, true);
    canvas.parentElement?.classList.remove('is-drawing');
    cross.remove();
  };
}

/** Whether an event of the pointer belongs to the drawing; then it has done its part. */
export function takePointer(library: LibreMap, event: MapMouseEvent): boolean {
  const drawing = sketch.peek();
  if (!drawing) {
    return false;
  }
  const position: Position = [event.lngLat.lng, event.lngLat.lat];
  const { points } = drawing;
  const isNear = (point: Position | undefined, pixels: number): boolean =>
    point !== undefined && library.project([point[0], point[1]]).dist(event.point) <= pixels;
  switch (event.type) {
    case 'mousemove':
      library.getCanvas().style.cursor = 'crosshair';
      pointer.value = position;
      break;
    case 'click':
      if (!isNear(points.at(-1), SAME_PIXELS)) {
        follow(addPoint(drawing, position, isNear(points[0], CLOSING_PIXELS)));
      }
      break;
    case 'dblclick':
      follow(finish(drawing));
      break;
  }
  return true;
}

/** On the map: the space bar sets a point at the cross, Enter ends, Backspace takes back. */
function key(library: LibreMap, event: KeyboardEvent): void {
  const drawing = sketch.peek();
  const isOnMap = event.target === library.getCanvas() || event.target === document.body;
  if (!drawing || !isOnMap || event.altKey) {
    return;
  }
  const isUndo = event.key === 'Backspace' || ((event.ctrlKey || event.metaKey) && event.key === 'z');
  if (event.key === ' ') {
    const { lng, lat } = library.getCenter();
    pointer.value = null;
    follow(addPoint(drawing, [lng, lat]));
  } else if (event.key === 'Enter') {
    follow(finish(drawing));
  } else if (isUndo) {
    sketch.value = undoPoint(drawing);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
