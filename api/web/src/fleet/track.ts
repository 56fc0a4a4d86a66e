/** Where a boat went: its pieces between gaps, and where it was at a moment. Pure. */

export interface TrackPoint {
  /** Seconds since 1970. */
  readonly time: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly course: number | null;
  readonly speed: number | null;
}

/** A time of silence, in seconds since 1970. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface Track {
  readonly points: readonly TrackPoint[];
  readonly gaps: readonly Gap[];
}

/** Where a boat was at a moment, and whether that is known. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
  readonly course: number | null;
  readonly speed: number | null;
  /** When it was heard last before the moment. */
  readonly heardAt: number;
  /** In a gap it is shown where it was last heard, for nobody knows more. */
  readonly isGap: boolean;
}

/** The pieces of a track that no gap parts. */
export function pieces({ points, gaps }: Track): readonly (readonly TrackPoint[])[] {
  const found: TrackPoint[][] = [];
  let piece: TrackPoint[] = [];
  for (const point of points) {
    const before = piece.at(-1);
    if (before && isInGap(gaps, before.time, point.time)) {
      found.push(piece);
      piece = [];
    }
    piece.push(point);
  }
  return piece.length > 0 ? [...found, piece] : found;
}

/** The silent stretches as lines from where the boat was last heard to where it was heard again. */
export function bridges(track: Track): readonly (readonly [TrackPoint, TrackPoint])[] {
  const parts = pieces(track);
  return parts.slice(1).flatMap((part, i): (readonly [TrackPoint, TrackPoint])[] => {
    const [from, to] = [parts[i]?.at(-1), part[0]];
    return from && to ? [[from, to]] : [];
  });
}

/** Where the boat was at a moment; between two reports, on the line between them. `null` without reports. */
export function placeAt(track: Track, time: number): Place | null {
  const { points, gaps } = track;
  const first = points[0];
  if (!first) {
    return null;
  }
  const after = points.findIndex((point) => point.time > time);
  const from = after === 0 ? first : (points[(after < 0 ? points.length : after) - 1] ?? first);
  const to = after > 0 ? points[after] : undefined;
  if (!to || isInGap(gaps, from.time, to.time)) {
    return { ...standing(from), heardAt: from.time, isGap: time > from.time && isInGap(gaps, from.time, time) };
  }
  const share = (time - from.time) / (to.time - from.time);
  return {
    ...standing(from),
    longitude: from.longitude + (to.longitude - from.longitude) * share,
    latitude: from.latitude + (to.latitude - from.latitude) * share,
    heardAt: from.time,
    isGap: false,
  };
}

function standing({ longitude, latitude, course, speed }: TrackPoint): Omit<Place, 'heardAt' | 'isGap'> {
  return { longitude, latitude, course, speed };
}

function isInGap(gaps: readonly Gap[], from: number, to: number): boolean {
  return gaps.some((gap) => gap.from < to && gap.to > from);
}
