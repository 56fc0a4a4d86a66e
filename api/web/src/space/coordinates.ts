/** Coordinates as people write them: degrees in any of their forms, or meters of a map. Pure. */

import type { Lang } from '../format/numbers';
import type { Position } from './geodesy';

export type Coordinates =
  | { readonly kind: 'degrees'; readonly position: Position }
  /** Of a map in meters; which map, the text does not say. */
  | { readonly kind: 'meters'; readonly east: number; readonly north: number };

/** Anything farther from 0 than this is no angle. */
const MAX_DEGREES = 180;
/** Eastings of Vietnam's maps stay below it, northings stay above: 8° of latitude. */
const LEAST_NORTHING = 850_000;
const MIN_METERS = 1_000;
const MAX_METERS = 10_000_000;
const MAX_LENGTH = 100;

/** Reads a pair of coordinates; `null` for a text that is none. */
export function parseCoordinates(text: string): Coordinates | null {
  const plain = normalize(text);
  if (plain.length > MAX_LENGTH || !/\d/.test(plain)) {
    return null;
  }
  return fromAngles(plain) ?? fromNumbers(plain);
}

/** One way to write each sign. */
function normalize(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[º˚]/g, '°')
    .replace(/[′’‘`´]/g, "'")
    .replace(/[″”“]|''/g, '"')
    .replace(/[−–]/g, '-')
    .replace(/[()\s]+/g, ' ')
    .trim();
}

const ANGLE =
  String.raw`(-?\d+(?:[.,]\d+)?)\s?°?\s?` +
  String.raw`(?:(\d+(?:[.,]\d+)?)\s?'?\s?)?(?:(\d+(?:[.,]\d+)?)\s?"?\s?)?`;
const SIDE = '([NSEWBĐT])';
const SIDES_LAST = new RegExp(`^${ANGLE}${SIDE}[\\s,;]*${ANGLE}${SIDE}$`);
const SIDES_FIRST = new RegExp(`^${SIDE}\\s*${ANGLE}[\\s,;]*${SIDE}\\s*${ANGLE}$`);
const SIGNED = new RegExp(
  String.raw`^(-?\d+)°\s*(?:(\d+(?:[.,]\d+)?)'\s*)?(?:(\d+(?:[.,]\d+)?)"\s*)?[\s,;]*` +
    String.raw`(-?\d+)°\s*(?:(\d+(?:[.,]\d+)?)'\s*)?(?:(\d+(?:[.,]\d+)?)"\s*)?$`,
);

/** Degrees with minutes, seconds or the side of the world. */
function fromAngles(text: string): Coordinates | null {
  const last = SIDES_LAST.exec(text);
  const first = last ? null : SIDES_FIRST.exec(text);
  const signed = last || first ? null : SIGNED.exec(text);
  if (signed) {
    return inOrder(angle(signed.slice(1, 4)), angle(signed.slice(4, 7)));
  }
  const sides = last ? [last[4], last[8]] : first ? [first[1], first[5]] : null;
  const parts = last ? [last.slice(1, 4), last.slice(5, 8)] : first ? [first.slice(2, 5), first.slice(6, 9)] : null;
  if (!sides || !parts) {
    return null;
  }
  // In Vietnamese N is Nam, the south; where B, Đ or T stands beside it, that is what it means.
  const isVietnamese = sides.some((side) => 'BĐT'.includes(side ?? ''));
  const signs = sides.map((side) => SIDES[isVietnamese ? 'vi' : 'en'][side ?? '']);
  const values = parts.map((part) => angle(part));
  const at = signs.findIndex((sign) => sign?.axis === 'latitude');
  const other = signs.findIndex((sign) => sign?.axis === 'longitude');
  const [latitude, longitude] = [values[at], values[other]];
  return latitude === undefined || longitude === undefined
    ? null
    : degrees(longitude * (signs[other]?.sign ?? 1), latitude * (signs[at]?.sign ?? 1));
}

interface Side {
  readonly axis: 'latitude' | 'longitude';
  readonly sign: 1 | -1;
}

const SIDES: Readonly<Record<Lang, Readonly<Record<string, Side>>>> = {
  en: {
    N: { axis: 'latitude', sign: 1 },
    S: { axis: 'latitude', sign: -1 },
    E: { axis: 'longitude', sign: 1 },
    W: { axis: 'longitude', sign: -1 },
  },
  vi: {
    B: { axis: 'latitude', sign: 1 },
    N: { axis: 'latitude', sign: -1 },
    Đ: { axis: 'longitude', sign: 1 },
    E: { axis: 'longitude', sign: 1 },
    T: { axis: 'longitude', sign: -1 },
  },
};

/** Degrees, minutes and seconds as one number; `NaN` where minutes or seconds are 60 and more. */
function angle([whole = '', minutes, seconds]: readonly (string | undefined)[]): number {
  const [d, m, s] = [decimal(whole), decimal(minutes ?? '0'), decimal(seconds ?? '0')];
  const isOdd = m >= 60 || s >= 60 || ((minutes ?? seconds) !== undefined && /[.,]/.test(whole));
  return isOdd ? NaN : Math.sign(d || 1) * (Math.abs(d) + m / 60 + s / 3600);
}

/** Two numbers: with points, with decimal commas, or with thousands marked. */
function fromNumbers(text: string): Coordinates | null {
  const plain = text.replace(/(\d)\s*M?\s*[ENBĐ]?(?=$|[\s,;])/g, '$1').replace(/[XYENBĐ]\s*[=:]?\s*(?=-?\d)/g, '');
  for (const [pattern, read] of PAIRS) {
    const pair = pattern.exec(plain);
    if (pair) {
      const [first, second] = [read(pair[1] ?? ''), read(pair[2] ?? '')];
      return Math.max(Math.abs(first), Math.abs(second)) >= MIN_METERS ? meters(first, second) : inOrder(first, second);
    }
  }
  return null;
}

const POINT = String.raw`(-?\d+(?:\.\d+)?)`;
const COMMA = String.raw`(-?\d+(?:,\d+)?)`;
const PAIRS: readonly (readonly [RegExp, (text: string) => number])[] = [
  [new RegExp(String.raw`^${POINT}\s*[,;\s]\s*${POINT}$`), Number],
  [new RegExp(String.raw`^${COMMA}(?:\s*;\s*|,?\s+)${COMMA}$`), decimal],
  [
    /^(\d{1,3}(?:\.\d{3})+(?:,\d+)?)\s*[;\s]\s*(\d{1,3}(?:\.\d{3})+(?:,\d+)?)$/,
    (text) => decimal(text.replaceAll('.', '')),
  ],
  [
    /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?)\s*[;\s]\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/,
    (text) => Number(text.replaceAll(',', '')),
  ],
];

/** People say latitude first, programs longitude; a number beyond 90 can only be a longitude. */
function inOrder(first: number, second: number): Coordinates | null {
  return Math.abs(first) > 90 ? degrees(first, second) : degrees(second, first);
}

function degrees(longitude: number, latitude: number): Coordinates | null {
  return Math.abs(longitude) <= MAX_DEGREES && Math.abs(latitude) <= 90
    ? { kind: 'degrees', position: [longitude, latitude] }
    : null;
}

/** On Vietnam's maps x is north and y is east, on others the reverse; the larger number is the northing here. */
function meters(first: number, second: number): Coordinates | null {
  const [east, north] = first < second ? [first, second] : [second, first];
  return east > 0 && east < LEAST_NORTHING && north >= LEAST_NORTHING && north <= MAX_METERS
    ? { kind: 'meters', east, north }
    : null;
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Degrees as programs read them, latitude first: `20.860000, 106.680000`. */
export function formatDecimal([longitude, latitude]: Position): string {
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
}

/** Degrees, minutes and seconds with the sides of the world: `20°51′36,0″B 106°40′48,0″Đ`. */
export function formatDms([longitude, latitude]: Position, lang: Lang): string {
  const sides = lang === 'vi' ? { north: 'B', south: 'N', east: 'Đ', west: 'T' } : EN_SIDES;
  const write = (value: number, side: string): string => {
    // Rounded first, so that 59.99 seconds never become 60.
    const tenths = Math.round(Math.abs(value) * 36_000);
    const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
    const minutes = String(Math.floor(tenths / 600) % 60).padStart(2, '0');
    return `${Math.floor(tenths / 36_000)}°${minutes}′${lang === 'vi' ? seconds.replace('.', ',') : seconds}″${side}`;
  };
  const north = write(latitude, latitude < 0 ? sides.south : sides.north);
  return `${north} ${write(longitude, longitude < 0 ? sides.west : sides.east)}`;
}

const EN_SIDES = { north: 'N', south: 'S', east: 'E', west: 'W' };
