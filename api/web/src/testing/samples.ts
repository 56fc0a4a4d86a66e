/** Answers of the API for tests: whole, plain, and changed where a test says so. */

import type { Figure, Level, Rollup, ScorecardRow, TargetOfFigure, Unit } from '../api/types';
import type { Status } from '../scale/statuses';

export function sampleFigure(change: Partial<Figure>): Figure {
  return {
    unit: '31',
    indicator: 'I',
    period: '2025-06',
    breakdown: null,
    value: null,
    numerator: null,
    denominator: null,
    coverage: { expected: 1, reported: 1, share: 1 },
    demo: false,
    oldestResultTime: null,
    version: 1,
    ...change,
  };
}

export function sampleTarget(id: string, status: Status): TargetOfFigure {
  return { id, comparator: 'atLeast', value: 80, valueMax: null, dueDate: '2025-12-31', originId: null, status };
}

/** A figure with a target of each status given. */
export function sampleRollup(change: Partial<Figure>, ...statuses: Status[]): Rollup {
  return { ...sampleFigure(change), targets: statuses.map((status, i) => sampleTarget(`T${i}`, status)) };
}

export function sampleUnit(code: string, level: Level, upperUnit: string | null): Unit {
  return {
    code,
    level,
    upperUnit,
    kindVi: '',
    nameVi: code,
    nameAscii: code,
    nameEn: code,
    validFrom: '2021-11-01',
    validTo: null,
    areaSquareKilometers: null,
    population: null,
    longitude: null,
    latitude: null,
  };
}

export function sampleRow(
  id: string,
  status: Status,
  change: { readonly gap?: number; readonly nameVi?: string; readonly ownerAgency?: string } = {},
): ScorecardRow {
  return {
    target: {
      id,
      planId: 'HP',
      section: 'II',
      kind: 'target',
      tiers: [],
      levels: [],
      scope: null,
      indicator: 'I',
      nameVi: change.nameVi ?? id,
      nameEn: id,
      comparator: 'atLeast',
      value: 80,
      valueMax: null,
      among: null,
      units: [],
      originId: null,
      isOfWholeYear: false,
      pathway: { kind: 'linear', baseline: null, steps: [] },
      unitOfMeasure: '%',
      dueDate: '2025-12-31',
      ownerAgency: change.ownerAgency ?? null,
      ownerAgencyId: null,
      ownerBasis: null,
      note: null,
      isMeasurable: true,
    },
    indicator: 'I',
    figure: null,
    status,
    gap: change.gap ?? null,
    trendPerMonth: null,
    requiredPerMonth: null,
    requiredPerPeriod: null,
    pace: null,
    periodsLeft: null,
    projectedDate: null,
    expectedNow: null,
    place: null,
    shortAtDue: null,
    partYear: null,
    reasonVi: '',
    reasonEn: '',
  };
}
