/** The zones of the sea as the API gives them: GeoJSON, which its description leaves open. */

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

/** The zones by which boats are judged. */
export type FishingZones = FeatureCollection<Polygon | MultiPolygon, FishingZone>;

/** What is known of a zone. */
export interface FishingZone {
  readonly code: string;
  readonly kind: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly isInForce: boolean;
  readonly seasonFrom?: string | null;
  readonly seasonTo?: string | null;
  readonly source?: string;
}
