/**
 * The shapes of the API under the names that the page uses. `schema.d.ts` is generated from the API's own description
 * (`npm run schema`, with the program running); nothing is written by hand but what that description leaves open.
 */

import type { components } from './schema';

type Schemas = components['schemas'];

/**
 * The API sends every member each time, null where there is nothing. Its description calls members of figures and
 * assessments optional, and texts that are always there nullable; those are named here.
 */
type Sent<T, Always extends keyof T = never> = {
  readonly [K in keyof T]-?: K extends Always ? NonNullable<T[K]> : Exclude<T[K], undefined>;
};

export type City = Schemas['City'];
export type Unit = Schemas['Unit'];
export type Level = Schemas['AdministrativeLevel'];
export type Indicator = Schemas['Indicator'];
export type Target = Schemas['Target'];

/** What another unit was to one, and how much of it. */
export type UnitSuccession = Sent<Schemas['UnitSuccession']>;

/** How a figure came onto the boundaries of another day, and how far it can be trusted. */
export type Rebasing = Sent<NonNullable<Schemas['Rebasing']>, 'textVi' | 'textEn'>;

/** A figure of a unit for one indicator and period. */
export type Figure = Omit<
  Sent<Schemas['Figure'], 'unit' | 'indicator' | 'period'>,
  'oldestResultTime' | 'asOf' | 'ageSeconds' | 'demoReported' | 'rebasing'
> & { readonly oldestResultTime: string | null; readonly rebasing?: Rebasing | null };

/** A target and where a unit stands against it; with the arithmetic where one figure was asked for. */
export type TargetOfFigure = Omit<Sent<Schemas['TargetStanding'], 'id' | 'planId'>, 'planId'> &
  Partial<
    Pick<
      Sent<Schemas['TargetAssessment'], 'reasonVi' | 'reasonEn'>,
      'gap' | 'trendPerMonth' | 'requiredPerMonth' | 'expectedNow' | 'reasonVi' | 'reasonEn'
    >
  >;

/** Where the trend of a figure leads, with its range. */
export type Forecast = Schemas['Forecast'];

/** A figure with the targets that bind its unit. */
export type Rollup = Figure & { readonly targets: readonly TargetOfFigure[] };

/** Units by indicators, cell by cell in the order of the columns. */
export interface MatrixRow {
  readonly unit: string;
  readonly values: readonly (number | null)[];
  readonly periods: readonly (string | null)[];
  readonly statuses: readonly (string | null)[];
  readonly gaps: readonly (number | null)[];
  readonly targets: readonly (string | null)[];
}

export type Matrix = Pick<Schemas['Matrix'], 'period' | 'level' | 'indicators'> & {
  readonly items: readonly MatrixRow[];
};

/** A figure and its place among others. */
export type RankedFigure = Figure & {
  readonly place: Schemas['Place'] | null;
  readonly target: TargetOfFigure | null;
  readonly gap: number | null;
};

export type ScorecardRow = Omit<Sent<Schemas['ScorecardItem'], 'reasonVi' | 'reasonEn'>, 'figure' | 'baseline'> & {
  readonly figure: Figure | null;
};

/** One version of what a unit reported. */
export type ExplanationVersion = Omit<Schemas['ReportVersion'], 'observation'> & {
  readonly observation: Sent<Schemas['HistoryItem'], 'reporter' | 'source' | 'status'>;
};

/** A figure, how it was made, and the figures that it was made from. */
export type Explanation = Omit<Schemas['Explanation'], 'figure' | 'parts' | 'versions'> & {
  readonly figure: Figure;
  readonly parts: readonly Explanation[];
  readonly versions: readonly ExplanationVersion[];
};

/** What lies in a drawn area. */
export type Area = Omit<Schemas['Area'], 'figures' | 'fleet'> & {
  readonly figures: readonly Figure[];
  /** Of an API that knows where boats are. */
  readonly fleet?: AreaFleet;
};

/** The sites, facilities, zones or routes in it. */
export type AreaPlaces = Schemas['AreaPlaces'];

/** The boats in it. */
export interface AreaFleet {
  readonly at: string;
  readonly vessels: number;
  readonly lost: number;
  readonly notEligible: number;
  readonly threeNo: number;
}

/** A vessel at its place. */
export interface VesselPlace {
  readonly id: string;
  readonly name?: string | null;
  readonly sizeClass?: string | null;
  readonly homeUnit?: string | null;
  readonly isEligible: boolean;
  readonly isThreeNo: boolean;
  readonly contact: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly phenomenonTime: string;
}

export type UnitInArea = Schemas['UnitInArea'];

/** The units that a position lies in. */
export type PlaceUnits = Schemas['PlaceUnits'];

/** A way to say where something is. */
export type ReferenceSystem = Schemas['ReferenceSystem'];

/** Reports that units and agencies owe. */
export type Duty = Schemas['Duty'];
export type DutyCalendar = Schemas['DutyCalendar'];
export type DutyDay = Schemas['DutyDay'];
export type DutyDue = Schemas['DutyDue'];
export type DutySummary = Schemas['DutySummary'];
export type DutyMarkRequest = Schemas['DutyMarkRequest'];

/** A target divided among units, or how it would be. */
export type Cascade = Schemas['Cascade'];
export type CascadeRequest = Schemas['CascadeRequest'];

/** What the plans want done by a day, and whether it is. */
export type Milestone = Schemas['Milestone'];
export type MilestoneSummary = Schemas['MilestoneSummary'];

/** What people work on until it is done. */
export type Case = Schemas['Case'];
export type CaseRequest = Schemas['CaseRequest'];

/** Who is told of alerts over HTTP, and what could not be delivered. */
export type Webhook = Schemas['Webhook'];
export type WebhookRequest = Schemas['WebhookRequest'];
export type Delivery = Schemas['Delivery'];
export type WebhookTest = Schemas['WebhookTest'];

/** The documents that targets come from, and what loading one does. */
export type Plan = Schemas['Plan'];
export type PlanDocument = Schemas['PlanDocument'];
export type PlanInspection = Schemas['PlanInspection'];
export type PlanReport = Schemas['PlanReport'];
export type PlanRow = Schemas['PlanRow'];
export type RejectedPlanRow = Schemas['RejectedPlanRow'];
export type CityChange = Schemas['CityChange'];

/** Vessels: all of them as a map draws them, one with its papers, where it went, how many there are, who tells. */
export type FleetPositions = Schemas['FleetPositions'];
export type Vessel = Schemas['Vessel'];
export type VesselTrack = Schemas['TrackBody'];
export type VesselPosition = Schemas['Position'];
export type FleetPast = Schemas['FleetPast'];
export type FleetSummary = Schemas['FleetSummary'];
export type LostVessels = Schemas['LostVessels'];
export type Feed = Schemas['Feed'];

/** What needs somebody, and what was done about it. */
export type Alert = Schemas['Alert'];
export type AlertActionRequest = Schemas['AlertActionRequest'];
export type AlertNotice = Schemas['AlertNotice'];

/** How good the figures of a unit are. */
export type UnitQuality = Schemas['UnitQuality'];
export type UnitQualityDetail = Schemas['UnitQualityDetail'];
export type ValueQuality = Schemas['ValueQuality'];

/** What waits for a decision, or was decided. */
export type Held = Schemas['Held'];
export type QuarantineRequest = Schemas['QuarantineRequest'];

/** One message of the live feed: the first so many of `total` changes. */
export interface RollupChanges {
  readonly unit: string;
  readonly changes: readonly Figure[];
  readonly total: number;
}

/** How the columns of a table become observations. */
export type ImportMapping = Schemas['ImportMapping'];
export type ImportValue = Schemas['ImportValue'];
/** What became of an imported table, or would. */
export type ImportAnswer = Schemas['Import'];
/** What became of a map file of boundaries, or would. */
export type BoundaryImport = Schemas['BoundaryImport'];
/** What became of a map file of places, or would. */
export type PlaceImport = Schemas['PlaceImport'];
/** What a map file of places looks like. */
export type PlaceInspection = Schemas['PlaceInspection'];
export type PlaceField = Schemas['PlaceField'];
export type UnmatchedFeature = Schemas['UnmatchedFeature'];
/** What a table looks like. */
export type Inspection = Schemas['Inspection'];

/** What an operator looks at. */
export type GrainReadings = Omit<Sent<Schemas['Operations']>, 'classes' | 'busiest' | 'incidents'> & {
  readonly classes: readonly Sent<Schemas['GrainClassReading'], 'name'>[];
  readonly busiest: readonly Sent<Schemas['BusyGrainReading'], 'grainClass' | 'key'>[];
  readonly incidents: readonly Sent<Schemas['GrainIncidentReading'], 'grainClass' | 'key' | 'work'>[];
};
