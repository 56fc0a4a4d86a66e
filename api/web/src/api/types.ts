/** The shapes of the API under the names that the page uses. */

import type { Status } from '../scale/statuses';

export interface City {
  readonly datasetId: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly rootUnit: string;
  readonly isDemo: boolean;
  readonly isSchematic: boolean;
  readonly changeDates: readonly string[];
  readonly defaultPeriod: string | null;
  readonly periods: readonly string[];
  readonly defaultIndicator: string | null;
}

export interface Unit {
  readonly code: string;
  readonly level: string;
  readonly kindVi: string;
  readonly nameVi: string;
  readonly nameAscii: string;
  readonly nameEn: string;
  readonly upperUnit: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly areaSquareKilometers: number | null;
  readonly population: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

export interface Measure {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unitOfMeasure: string;
}

export interface Indicator {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unitOfMeasure: string;
  readonly direction: string;
  readonly reportingLevel: string;
  readonly cadence: string | null;
  readonly ownerAgency: string | null;
  readonly subsystem: string | null;
  readonly aggregation: string;
  readonly numerator: Measure;
  readonly denominator: Measure | null;
  readonly scale: number;
  readonly decimals: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface TargetOfFigure {
  readonly id: string;
  readonly comparator: string;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly dueDate: string | null;
  readonly status: Status;
  readonly gap?: number | null;
  readonly trendPerMonth?: number | null;
  readonly requiredPerMonth?: number | null;
  readonly expectedNow?: number | null;
  readonly reasonVi?: string;
  readonly reasonEn?: string;
}

export interface Rollup {
  readonly unit: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly coverage: { readonly expected: number; readonly reported: number };
  readonly demo: boolean;
  readonly oldestResultTime: string | null;
  readonly version: number;
  readonly targets: readonly TargetOfFigure[];
}

export interface Target {
  readonly id: string;
  readonly planId: string;
  readonly section: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly comparator: string;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unitOfMeasure: string | null;
  readonly dueDate: string | null;
  readonly ownerAgency: string | null;
  readonly tiers: readonly string[];
  readonly kind: string;
}

export interface ScorecardRow {
  readonly target: Target;
  readonly indicator: string | null;
  readonly figure: Rollup | null;
  readonly status: Status;
  readonly gap: number | null;
  readonly trendPerMonth: number | null;
  readonly requiredPerMonth: number | null;
  readonly expectedNow: number | null;
  readonly reasonVi: string;
  readonly reasonEn: string;
}

export interface RollupChanges {
  readonly unit: string;
  readonly changes: readonly Rollup[];
  readonly total: number;
}
