/** Pictures that the map draws with: the hatching of units without data, and the signs of the statuses. */

import type { Theme } from '../scale/ramps';
import { statusColor, statusShapes, STATUSES, type Status } from '../scale/statuses';
import { paletteOf } from './palette';

/** Device pixels a pixel, enough for the screens there are. */
export const PIXEL_RATIO = 2;
const HATCH_SIZE = 8;
const SIGN_SIZE = 18;
/** Of the 16 × 16 box that the shapes are drawn in, with room for the disc around it. */
const SIGN_BOX = 22;
const DARK_INK = '#16222b';
/** On these discs white would not be seen. */
const PALE: readonly Status[] = ['onTrack', 'atRisk', 'offTrack'];

/** A named picture. */
export interface MapImage {
  readonly name: string;
  readonly data: ImageData;
}

/** The name under which the hatching is known to the style. */
export const HATCH_IMAGE = 'hatch';

/** The name under which the sign of a status is known to the style. */
export function signImage(status: Status): string {
  return `sign-${status}`;
}

/** All pictures of a theme. */
export function mapImages(theme: Theme): readonly MapImage[] {
  return [
    { name: HATCH_IMAGE, data: drawHatch(theme) },
    ...STATUSES.map((status) => ({ name: signImage(status), data: drawSign(status, theme) })),
  ];
}

/** Diagonal lines in a tile that repeats without a seam. */
function drawHatch(theme: Theme): ImageData {
  const side = HATCH_SIZE * PIXEL_RATIO;
  const context = canvasOf(side);
  context.strokeStyle = paletteOf(theme).hatch;
  context.lineWidth = 1.3 * PIXEL_RATIO;
  for (const offset of [-side, 0, side]) {
    context.beginPath();
    context.moveTo(offset, side);
    context.lineTo(offset + side, 0);
    context.stroke();
  }
  return context.getImageData(0, 0, side, side);
}

/** The same disc and shape as beside the word in the legend, with a rim that parts it from the ground. */
function drawSign(status: Status, theme: Theme): ImageData {
  const side = SIGN_SIZE * PIXEL_RATIO;
  const context = canvasOf(side);
  context.scale(side / SIGN_BOX, side / SIGN_BOX);
  context.translate(3, 3);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.arc(8, 8, 9.8, 0, 2 * Math.PI);
  context.fillStyle = statusColor(status, theme);
  context.fill();
  context.lineWidth = 1.6;
  context.strokeStyle = paletteOf(theme).halo;
  context.stroke();
  context.lineWidth = 2.2;
  context.strokeStyle = PALE.includes(status) ? DARK_INK : '#ffffff';
  context.stroke(new Path2D(statusShapes[status]));
  return context.getImageData(0, 0, side, side);
}

function canvasOf(side: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  // A canvas that was just made gives its context: nothing else has asked for another kind.
  return canvas.getContext('2d') as CanvasRenderingContext2D;
}
