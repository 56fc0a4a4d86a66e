/**
 * Distances and areas on the ellipsoid of WGS 84, by the same formulas as the server's: Vincenty's (Survey Review 23
 * (176), 1975) and an integral over parallels (Snyder, USGS Professional Paper 1395, equation 3-12). Both sides are
 * tested against tests/fixtures/geodesy.json. Pure. Order is longitude, latitude; degrees and meters.
 */

export type Position = readonly [longitude: number, latitude: number];

const SEMI_MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const SEMI_MINOR = SEMI_MAJOR * (1 - FLATTENING);
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const DEGREE = Math.PI / 180;
const MAX_ITERATIONS = 100;
const CONVERGED = 1e-12;

/** A shortest line: how long it is, and in which direction it sets out, in degrees from north over east. */
export interface Line {
  readonly meters: number;
  readonly azimuth: number;
}

/**
 * The distance between two positions; `NaN` for nearly opposite ones, 19,900 km and more apart, that no drawing of a
 * city joins.
 */
export function distanceMeters(from: Position, to: Position): number {
  return inverse(from, to).meters;
}

/** The shortest line from one position to another; `NaN` where the iteration does not converge. */
export function inverse(from: Position, to: Position): Line {
  const difference = wrap(to[0] - from[0]) * DEGREE;
  const [sinU1, cosU1] = reduced(from[1]);
  const [sinU2, cosU2] = reduced(to[1]);
  let lambda = difference;
  for (let i = 0; i < MAX_ITERATIONS && Math.abs(lambda) <= Math.PI; i++) {
    const [sinLambda, cosLambda] = [Math.sin(lambda), Math.cos(lambda)];
    const east = cosU2 * sinLambda;
    const north = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda;
    const sinSigma = Math.hypot(east, north);
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    if (sinSigma <= Number.MIN_VALUE) {
      return { meters: cosSigma > 0 ? 0 : NaN, azimuth: 0 };
    }
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma;
    const cosSquaredAlpha = 1 - sinAlpha * sinAlpha;
    // On the equator there is no middle: the term is multiplied by 0.
    const middle = cosSquaredAlpha > 1e-15 ? cosSigma - (2 * sinU1 * sinU2) / cosSquaredAlpha : 0;
    const next = difference + excess(cosSquaredAlpha, sinAlpha, sigma, sinSigma, cosSigma, middle);
    const change = Math.abs(next - lambda);
    lambda = next;
    if (change < CONVERGED) {
      const [a, b] = series(cosSquaredAlpha);
      return {
        meters: SEMI_MINOR * a * (sigma - correction(b, middle, sigma)),
        azimuth: Math.atan2(east, north) / DEGREE,
      };
    }
  }
  return { meters: NaN, azimuth: NaN };
}

/** Where a line ends that sets out in a direction. */
export function destination(from: Position, azimuth: number, meters: number): Position {
  const [sinAzimuth, cosAzimuth] = [Math.sin(azimuth * DEGREE), Math.cos(azimuth * DEGREE)];
  const [sinU, cosU] = reduced(from[1]);
  const sigma1 = Math.atan2(sinU / cosU, cosAzimuth);
  const sinAlpha = cosU * sinAzimuth;
  const cosSquaredAlpha = 1 - sinAlpha * sinAlpha;
  const [a, b] = series(cosSquaredAlpha);
  const start = meters / (SEMI_MINOR * a);
  let sigma = start;
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    const next = start + correction(b, Math.cos(2 * sigma1 + sigma), sigma);
    const change = Math.abs(next - sigma);
    sigma = next;
    if (change < CONVERGED) {
      break;
    }
  }
  const [sinSigma, cosSigma] = [Math.sin(sigma), Math.cos(sigma)];
  const middle = Math.cos(2 * sigma1 + sigma);
  const x = sinU * sinSigma - cosU * cosSigma * cosAzimuth;
  const latitude = Math.atan2(
    sinU * cosSigma + cosU * sinSigma * cosAzimuth,
    (1 - FLATTENING) * Math.hypot(sinAlpha, x),
  );
  const lambda = Math.atan2(sinSigma * sinAzimuth, cosU * cosSigma - sinU * sinSigma * cosAzimuth);
  const longitude = lambda - excess(cosSquaredAlpha, sinAlpha, sigma, sinSigma, cosSigma, middle);
  return [wrap(from[0] + longitude / DEGREE), latitude / DEGREE];
}

/** The length of a path. */
export function pathMeters(path: readonly Position[]): number {
  return path.slice(1).reduce((sum, to, i) => sum + distanceMeters(path[i] as Position, to), 0);
}

/** The area of a polygon: its first ring without the others. Rings need not repeat their first position. */
export function polygonSquareMeters(rings: readonly (readonly Position[])[]): number {
  const [outer = [], ...holes] = rings;
  return Math.abs(ringSquareMeters(outer)) - holes.reduce((sum, hole) => sum + Math.abs(ringSquareMeters(hole)), 0);
}

// Gauss-Legendre, five points on 0 to 1: exact for polynomials of degree 9.
const POINTS: readonly (readonly [place: number, weight: number])[] = [
  [0.5, 128 / 450],
  [0.5 - 0.26923465505284155, 0.23931433524968324],
  [0.5 + 0.26923465505284155, 0.23931433524968324],
  [0.5 - 0.45308992296933198, 0.11846344252809454],
  [0.5 + 0.45308992296933198, 0.11846344252809454],
];

function ringSquareMeters(ring: readonly Position[]): number {
  const first = ring[0];
  if (!first || ring.length < 3) {
    return 0;
  }
  // Counted from a parallel of the ring itself and not from the equator, so that little cancels.
  const level = below(first[1]);
  return ring.reduce((sum, [longitude, latitude], i) => {
    const [nextLongitude, nextLatitude] = ring[(i + 1) % ring.length] as Position;
    const mean = POINTS.reduce(
      (total, [place, weight]) => total + weight * (below(latitude + place * (nextLatitude - latitude)) - level),
      0,
    );
    return sum + mean * (nextLongitude - longitude) * DEGREE;
  }, 0);
}

/** The area from the equator to a parallel, a radian of longitude wide. */
function below(latitude: number): number {
  const e = Math.sqrt(ECCENTRICITY_SQUARED);
  const sin = Math.sin(latitude * DEGREE);
  return ((SEMI_MINOR * SEMI_MINOR) / 2) * (sin / (1 - ECCENTRICITY_SQUARED * sin * sin) + Math.atanh(e * sin) / e);
}

function reduced(latitude: number): readonly [sin: number, cos: number] {
  const tan = (1 - FLATTENING) * Math.tan(latitude * DEGREE);
  const cos = 1 / Math.sqrt(1 + tan * tan);
  return [tan * cos, cos];
}

/** Vincenty's A and B, equations 3 and 4. */
function series(cosSquaredAlpha: number): readonly [a: number, b: number] {
  const u = cosSquaredAlpha * ((SEMI_MAJOR * SEMI_MAJOR) / (SEMI_MINOR * SEMI_MINOR) - 1);
  return [
    1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u))),
    (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u))),
  ];
}

/** Δσ, equation 6. */
function correction(b: number, middle: number, sigma: number): number {
  const [sin, cos] = [Math.sin(sigma), Math.cos(sigma)];
  const twice = -1 + 2 * middle * middle;
  const third = (b / 6) * middle * (-3 + 4 * sin * sin) * (-3 + 4 * middle * middle);
  return b * sin * (middle + (b / 4) * (cos * twice - third));
}

/** λ - L, equations 10 and 11. */
function excess(
  cosSquaredAlpha: number,
  sinAlpha: number,
  sigma: number,
  sinSigma: number,
  cosSigma: number,
  middle: number,
): number {
  const c = (FLATTENING / 16) * cosSquaredAlpha * (4 + FLATTENING * (4 - 3 * cosSquaredAlpha));
  const inner = middle + c * cosSigma * (-1 + 2 * middle * middle);
  return (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * inner);
}

/** Degrees brought between -180 and 180. */
function wrap(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}
