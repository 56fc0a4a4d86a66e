/** Lengths and areas as a reader of each language writes them. Pure. */

import { formatNumber, withUnit, type Lang } from '../format/numbers';

/** `850 m`, `12,35 km`. */
export function formatMeters(meters: number, lang: Lang): string {
  if (meters < 1_000) {
    return withUnit(formatNumber(meters, meters < 10 ? 1 : 0, lang), 'm', lang);
  }
  return withUnit(formatNumber(meters / 1_000, meters < 100_000 ? 2 : 0, lang), 'km', lang);
}

/** `8.500 m²`, `12,35 ha`, `3,21 km²`. */
export function formatSquareMeters(squareMeters: number, lang: Lang): string {
  if (squareMeters < 10_000) {
    return withUnit(formatNumber(squareMeters, 0, lang), 'm²', lang);
  }
  if (squareMeters < 1_000_000) {
    return withUnit(formatNumber(squareMeters / 10_000, 2, lang), 'ha', lang);
  }
  return withUnit(formatNumber(squareMeters / 1_000_000, squareMeters < 100_000_000 ? 2 : 0, lang), 'km²', lang);
}

/** A direction in whole degrees from north over east. */
export function formatAzimuth(degrees: number, lang: Lang): string {
  return `${formatNumber((Math.round(degrees) + 360) % 360, 0, lang)}°`;
}
