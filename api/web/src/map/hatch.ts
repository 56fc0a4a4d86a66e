/** The hatching of units without data: never a colour of the ramp. */

import type { Palette } from './palette';

const SIZE = 8;

/** Diagonal lines in a tile that repeats without a seam, at two device pixels a pixel. */
export function hatchImage(palette: Palette): { readonly data: ImageData; readonly pixelRatio: number } {
  const pixelRatio = 2;
  const side = SIZE * pixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  // A canvas that was just made gives its context, and nothing else has asked for another kind.
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.strokeStyle = palette.hatch;
  context.lineWidth = 1.3 * pixelRatio;
  for (const offset of [-side, 0, side]) {
    context.beginPath();
    context.moveTo(offset, side);
    context.lineTo(offset + side, 0);
    context.stroke();
  }
  return { data: context.getImageData(0, 0, side, side), pixelRatio };
}
