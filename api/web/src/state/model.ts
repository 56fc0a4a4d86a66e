/** What the page shows, worked out from the address and the answers of the API. */

import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import { api, type Milestones } from '../api/client';
import type {
  City,
  Explanation,
  Figure,
  Forecast,
  Indicator,
  Level,
  Matrix,
  RankedFigure,
  Rollup,
  ScorecardRow,
  Target,
  Unit,
  UnitSuccession,
} from '../api/types';
import type { Lang } from '../format/numbers';
import { nearestPeriod, parsePeriod, periodEnd } from '../format/periods';
import { address } from './navigation';
import { ResourceCache, type Loaded } from './resource';
import { boundaryDate, Territory } from './territory';

export const cache = new ResourceCache();

/** The start of a rollups key without its end, so that live changes find it. */
export const keys = {
  city: 'city',
  indicators: 'indicators',
  units: (date: string): string => `units|${date}`,
  boundaries: (date: string, level: string): string => `boundaries|${date}|${level}`,
  rollups: (level: string, indicator: string, period: string, on: string | null = null): string =>
    `rollups|${level}|${indicator}|${period}${onPart(on)}`,
  rollup: (unit: string, indicator: string, period: string, on: string | null = null): string =>
    `rollup|${unit}|${indicator}|${period}${onPart(on)}`,
  series: (unit: string, indicator: string, on: string | null = null): string =>
    `series|${unit}|${indicator}${onPart(on)}`,
  forecast: (unit: string, indicator: string, period: string, until: string, on: string | null = null): string =>
    `forecast|${unit}|${indicator}|${period}|${until}${onPart(on)}`,
  explanation: (href: string): string => `explanation|${href}`,
  target: (id: string): string => `target|${id}`,
  shares: (id: string): string => `shares|${id}`,
  milestones: (unit: string, day: string): string => `milestones|${unit}|${day}`,
  successions: (unit: string, date: string): string => `successions|${unit}|${date}`,
  scorecard: (unit: string, period: string): string => `scorecard|${unit}|${period}`,
  matrix: (unit: string, level: string, period: string): string => `matrix|${unit}|${level}|${period}`,
  ranking: (unit: string, level: string, indicator: string, period: string): string =>
    `ranking|${unit}|${level}|${indicator}|${period}`,
};

/** Figures on the boundaries of their own period have the shorter key. */
function onPart(on: string | null): string {
  return on === null ? '' : `|${on}`;
}

const nothing = signal<Loaded<never>>({ state: 'loading', value: undefined });

export const lang: ReadonlySignal<Lang> = computed(
  () =>
    address.value.lang ??
    (navigator.languages.some((tag) => tag.toLowerCase().startsWith('vi')) ? 'vi' : browserDefault()),
);

/** A browser that names neither language belongs to someone from elsewhere. */
function browserDefault(): Lang {
  return 'en';
}

export const city = computed((): Loaded<City> => cache.get(keys.city, api.city).value);
export const indicators = computed(
  (): Loaded<readonly Indicator[]> => cache.get(keys.indicators, api.indicators).value,
);

export const indicator = computed((): Indicator | null => {
  const all = indicators.value.value;
  const wish = address.value.indicator ?? city.value.value?.defaultIndicator;
  return all?.find((candidate) => candidate.code === wish) ?? all?.[0] ?? null;
});

/** The periods that the slider runs over, oldest first. */
export const periods = computed((): readonly string[] => city.value.value?.periods ?? []);

export const period = computed((): string | null => {
  const wish = address.value.period ?? city.value.value?.defaultPeriod;
  if (!wish) {
    return periods.value.at(-1) ?? null;
  }
  // A period without figures is shown as one, rather than turned into another behind the reader's back.
  return parsePeriod(wish) ? wish : nearestPeriod(periods.value, wish);
});

/** The day whose boundaries the figures were reported on: the last of the period. */
const dayOfPeriod = computed((): string | null => {
  const parsed = period.value ? parsePeriod(period.value) : null;
  return parsed ? periodEnd(parsed) : new Date().toISOString().slice(0, 10);
});

/** The day whose boundaries are shown: the one picked, else that of the period; boats are where they are today. */
export const date = computed(
  (): string | null =>
    address.value.on ??
    (address.value.view === 'fleet' ? new Date().toISOString().slice(0, 10) : dayOfPeriod.value),
);

/** The day that stands for the era of `date`. */
export const era = computed((): string | null =>
  city.value.value && date.value ? boundaryDate(city.value.value.changeDates, date.value) : null,
);

/** The boundaries that figures must be asked for on; `null` while they are those that they were reported on. */
export const on = computed((): string | null => {
  const [days, then] = [city.value.value?.changeDates, dayOfPeriod.value];
  return days && then && era.value && boundaryDate(days, then) !== era.value ? era.value : null;
});

export const units = computed((): Loaded<readonly Unit[]> => {
  const day = era.value;
  return (day ? cache.get(keys.units(day), () => api.units(day)) : nothing).value;
});

export const territory = computed((): Territory | null =>
  units.value.value ? new Territory(units.value.value) : null,
);

/** The unit that one has drilled into. One that does not stand on that day gives way to the city. */
export const scope = computed((): Unit | null => {
  const tree = territory.value;
  return tree?.find(address.value.unit) ?? tree?.find(city.value.value?.rootUnit) ?? null;
});

export const levels = computed((): readonly Level[] =>
  territory.value && scope.value ? territory.value.levelsBelow(scope.value.code) : [],
);

export const level = computed(
  (): Level | null => levels.value.find((candidate) => candidate === address.value.level) ?? levels.value[0] ?? null,
);

export const selected = computed((): Unit | null => territory.value?.find(address.value.selected) ?? null);

/** A code of the address that no unit has on the day shown, with the unit that had it on another day, if one did. */
export const absent = computed((): { readonly code: string; readonly unit: Unit | null } | null => {
  const tree = territory.value;
  const code = [address.value.selected, address.value.unit].find((wish) => wish !== null && !tree?.find(wish));
  if (!code || !tree) {
    return null;
  }
  const eras = [...(city.value.value?.changeDates ?? [])].sort().reverse();
  for (const day of eras) {
    const then = cache.get(keys.units(day), () => api.units(day)).value.value;
    const unit = then?.find((candidate) => candidate.code === code);
    if (unit) {
      return { code, unit };
    }
  }
  return { code, unit: null };
});

/** The unit whose card is open: the clicked one, else the one that one is in. */
export const focus = computed((): Unit | null => selected.value ?? scope.value);

export const boundaries = computed((): Loaded<FeatureCollection> => {
  const [day, tier] = [era.value, level.value];
  return (day && tier ? cache.get(keys.boundaries(day, tier), () => api.boundaries(day, tier)) : nothing).value;
});

/** The figures of all units of the level, of the whole city: drilling then needs no new answer. */
export const rollups = computed((): Loaded<readonly Rollup[]> => {
  const [root, tier, what, when] = [city.value.value?.rootUnit, level.value, indicator.value?.code, period.value];
  // Boats hide figures, and on the boundaries of today most would have to be worked out anew.
  const isSeen = address.value.view !== 'fleet';
  return isSeen && root && tier && what && when ? rollupsOf(root, tier, what, when, on.value).value : nothing.value;
});

export function rollupsOf(
  root: string,
  tier: string,
  what: string,
  when: string,
  day: string | null = null,
): ReadonlySignal<Loaded<readonly Rollup[]>> {
  return cache.get(keys.rollups(tier, what, when, day), () => api.rollups(root, tier, what, when, day));
}

/**
 * The figures on the map: those asked for, or the last ones of the same level until they are here, so that moving the
 * slider never blanks the map.
 */
export const shown = signal<{ readonly key: string; readonly items: readonly Rollup[] } | null>(null);
effect(() => {
  const loaded = rollups.value;
  if (loaded.state === 'ready' || loaded.value) {
    shown.value = { key: `${era.value}|${level.value}`, items: loaded.value ?? [] };
  } else if (shown.peek()?.key !== `${era.value}|${level.value}` || loaded.state === 'failed') {
    shown.value = null;
  }
});

export const rollupByUnit = computed(
  (): ReadonlyMap<string, Rollup> => new Map((shown.value?.items ?? []).map((item) => [item.unit, item])),
);

/** The figure of the unit whose card is open, with its targets held against it. */
export const figure = computed((): Loaded<Rollup> => {
  const [unit, what, when] = [focus.value?.code, indicator.value?.code, period.value];
  return unit && what && when
    ? cache.get(keys.rollup(unit, what, when, on.value), () => api.rollup(unit, what, when, on.value)).value
    : nothing.value;
});

export function seriesOf(unit: string, what: string): ReadonlySignal<Loaded<readonly Figure[]>> {
  const day = on.value;
  return cache.get(keys.series(unit, what, day), () => api.series(unit, what, day));
}

export function forecastOf(
  unit: string,
  what: string,
  when: string,
  until: string,
): ReadonlySignal<Loaded<Forecast>> {
  const day = on.value;
  return cache.get(keys.forecast(unit, what, when, until, day), () => api.forecast(unit, what, when, until, day));
}

/** The boundaries that a period's figures must be asked for on to stand on those that are shown. */
export function rebasedOn(when: string): string | null {
  const parsed = parsePeriod(when);
  const days = city.value.value?.changeDates ?? [];
  return parsed && boundaryDate(days, periodEnd(parsed)) !== era.value ? era.value : null;
}

/** How a figure was made, under the address that the API gives it. */
export function explanationOf(href: string): ReadonlySignal<Loaded<Explanation>> {
  return cache.get(keys.explanation(href), () => api.explanation(href));
}

export function targetOf(id: string): ReadonlySignal<Loaded<Target>> {
  return cache.get(keys.target(id), () => api.target(id));
}

/** The shares of a target that units were given. */
export function sharesOf(id: string): ReadonlySignal<Loaded<readonly Target[]>> {
  return cache.get(keys.shares(id), () => api.shares(id));
}

/** How the milestones of a unit stood at the end of a day. */
export function milestonesOf(unit: string, day: string): ReadonlySignal<Loaded<Milestones>> {
  return cache.get(keys.milestones(unit, day), () => api.milestones(unit, day));
}

/** The units of any day, by code. */
export function unitsOn(day: string): ReadonlyMap<string, Unit> {
  const stands = boundaryDate(city.value.value?.changeDates ?? [], day);
  const loaded = cache.get(keys.units(stands), () => api.units(stands)).value;
  return new Map((loaded.value ?? []).map((unit) => [unit.code, unit]));
}

export function successionsOf(unit: string, day: string): ReadonlySignal<Loaded<readonly UnitSuccession[]>> {
  return cache.get(keys.successions(unit, day), () => api.successions(unit, day));
}

export function scorecardOf(unit: string, when: string): ReadonlySignal<Loaded<readonly ScorecardRow[]>> {
  return cache.get(keys.scorecard(unit, when), () => api.scorecard(unit, when));
}

export function matrixOf(unit: string, tier: string, when: string): ReadonlySignal<Loaded<Matrix>> {
  return cache.get(keys.matrix(unit, tier, when), () => api.matrix(unit, tier, when));
}

export function rankingOf(
  unit: string,
  tier: string,
  what: string,
  when: string,
): ReadonlySignal<Loaded<readonly RankedFigure[]>> {
  return cache.get(keys.ranking(unit, tier, what, when), () => api.ranking(unit, tier, what, when));
}
