/** The calls of the API that the page makes. Each follows `next` links, so that an answer is always whole. */

import type { FeatureCollection, Geometry } from 'geojson';
import type { FishingZones } from './fishingZones';
import { readProblem } from './problem';
import type {
  Alert,
  AlertActionRequest,
  Area,
  Cascade,
  CascadeRequest,
  Case,
  CaseRequest,
  City,
  CityChange,
  Delivery,
  Duty,
  DutyCalendar,
  DutyMarkRequest,
  DutySummary,
  Explanation,
  Feed,
  Figure,
  FleetPast,
  FleetPositions,
  FleetSummary,
  LostVessels,
  Forecast,
  GrainReadings,
  Held,
  Indicator,
  Matrix,
  QuarantineRequest,
  Milestone,
  MilestoneSummary,
  Plan,
  PlaceUnits,
  RankedFigure,
  ReferenceSystem,
  Rollup,
  ScorecardRow,
  Target,
  Unit,
  UnitQuality,
  UnitQualityDetail,
  UnitSuccession,
  VesselPlace,
  Vessel,
  VesselTrack,
  Webhook,
  WebhookRequest,
  WebhookTest,
} from './types';

/** The most pages that one list is followed for: 20,000 rows at the largest page, beyond any city. */
const MAX_PAGES = 20;
const PAGE_LIMIT = '1000';

interface Page<T> {
  readonly items: readonly T[];
  readonly links?: readonly { readonly rel: string; readonly href: string }[];
}

type Query = Readonly<Record<string, string | null | undefined>>;

/** A path with the query members that have a value, in the order given. */
export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') {
      parameters.append(name, value);
    }
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json, application/geo+json' } });
  if (!response.ok) {
    throw await readProblem(response);
  }
  return (await response.json()) as T;
}

async function postJson<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw await readProblem(response);
  }
  return (await response.json()) as T;
}

async function send(method: 'DELETE', url: string): Promise<void> {
  const response = await fetch(url, { method, headers: { accept: 'application/json' } });
  if (!response.ok) {
    throw await readProblem(response);
  }
}

async function getAll<T>(path: string, query: Query = {}): Promise<readonly T[]> {
  return (await getWhole<T, Page<T>>(path, query)).items;
}

/** The first page with the items of all pages. */
async function getWhole<T, TPage extends Page<T>>(path: string, query: Query): Promise<TPage> {
  const items: T[] = [];
  let first: TPage | undefined;
  let url: string | undefined = withQuery(path, { ...query, limit: PAGE_LIMIT });
  for (let page = 0; url && page < MAX_PAGES; page++) {
    const answer: TPage = await getJson<TPage>(url);
    first ??= answer;
    items.push(...answer.items);
    url = answer.links?.find((link) => link.rel === 'next')?.href;
  }
  // The first address is there, so there was an answer.
  return { ...(first as TPage), items };
}

const targetPath = (id: string): string => `/v1/targets/${encodeURIComponent(id)}`;
const webhookPath = (id: string): string => `/v1/webhooks/${encodeURIComponent(id)}`;
const vesselPath = (id: string): string => `/v1/vessels/${encodeURIComponent(id)}`;
const unitPath = (unit: string): string => `/v1/units/${encodeURIComponent(unit)}`;

/** The milestones of a unit, with how many stand where. */
export interface Milestones {
  readonly items: readonly Milestone[];
  readonly summary: MilestoneSummary;
}

/** Which vessels are wanted; `null` for all. */
export interface VesselQuery extends Query {
  readonly sizeClass?: string | null;
  readonly contact?: string | null;
  readonly lostSlot?: string | null;
  readonly eligible?: string | null;
  readonly threeNo?: string | null;
  readonly q?: string | null;
}

/** Which lost vessels are wanted; `null` for all. */
export interface LostQuery extends VesselQuery {
  readonly unit: string | null;
  readonly zone?: string | null;
  readonly violates?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** What people do to an alert. */
export type AlertActionName = 'acknowledge' | 'assign' | 'comment' | 'resolve' | 'reopen';

/** What is asked about a drawn area. */
export interface AreaQuestion {
  readonly geometry: Geometry;
  readonly radiusMeters: number | null;
  readonly date: string;
  readonly indicators: readonly string[];
  readonly period: string;
  /** What divides the figures of units that the area cuts; people, where they are known, without one. */
  readonly weight?: 'area';
  /** The instant whose vessels are counted; now without one. */
  readonly datetime?: string;
}

/** Vessels in an area. */
export interface VesselsInside {
  readonly items: readonly VesselPlace[];
  readonly numberMatched: number;
}

type Pair = readonly [number, number];

/** What can be decided about a held observation. */
export type HeldDecision = 'release' | 'correct' | 'discard';

export const api = {
  city: (): Promise<City> => getJson('/v1/city'),
  grains: (): Promise<GrainReadings> => getJson('/ops/grains'),
  indicators: (): Promise<readonly Indicator[]> => getAll('/v1/indicators'),
  units: (date: string): Promise<readonly Unit[]> => getAll('/v1/units', { date }),
  boundaries: (date: string, level: string): Promise<FeatureCollection> =>
    getJson(withQuery('/v1/boundaries', { date, level })),
  /** `coordinates` in the order of the axes of `crs`; CRS84 without one. */
  locate: (coordinates: Pair, crs: string | null, date: string | null): Promise<PlaceUnits> =>
    getJson(withQuery('/v1/space/locate', { coordinates: coordinates.join(','), crs, date })),
  area: (question: AreaQuestion): Promise<Area> => postJson('/v1/space/summary', question),
  /** Everything within a distance of a geometry. */
  buffer: (geometry: Geometry, radiusMeters: number): Promise<Geometry> =>
    postJson('/v1/space/buffer', { geometry, radiusMeters }),
  /** The first thousand vessels in an area, and how many there are. */
  vesselsInside: (geometry: Geometry, radiusMeters: number | null, datetime: string | null): Promise<VesselsInside> =>
    postJson('/v1/space/vessels?limit=1000', { geometry, radiusMeters, ...(datetime ? { datetime } : {}) }),
  referenceSystems: (): Promise<readonly ReferenceSystem[]> => getAll('/v1/space/systems'),
  transform: async (from: string | null, to: string | null, positions: readonly Pair[]): Promise<readonly Pair[]> =>
    (await postJson<{ readonly positions: readonly Pair[] }>('/v1/space/transform', { from, to, positions })).positions,
  rollups: (
    unit: string,
    level: string,
    indicator: string,
    period: string,
    boundaries: string | null,
  ): Promise<readonly Rollup[]> => getAll('/v1/rollups', { unit, level, indicator, period, boundaries }),
  rollup: (unit: string, indicator: string, period: string, boundaries: string | null): Promise<Rollup> =>
    getJson(withQuery(`${unitPath(unit)}/rollup`, { indicator, period, boundaries })),
  series: (unit: string, indicator: string, boundaries: string | null): Promise<readonly Figure[]> =>
    getAll(`${unitPath(unit)}/series`, { indicator, boundaries }),
  forecast: (
    unit: string,
    indicator: string,
    period: string,
    until: string,
    boundaries: string | null,
  ): Promise<Forecast> => getJson(withQuery(`${unitPath(unit)}/forecast`, { indicator, period, until, boundaries })),
  successions: (unit: string, date: string): Promise<readonly UnitSuccession[]> =>
    getAll(`${unitPath(unit)}/successions`, { date }),
  dutyCalendar: (unit: string, month: string): Promise<DutyCalendar> =>
    getJson(withQuery('/v1/duties/calendar', { unit, from: month, to: month })),
  duties: (unit: string, month: string): Promise<readonly Duty[]> =>
    getAll('/v1/duties', { unit, from: month, to: month }),
  dutySummary: (unit: string, month: string, by: string): Promise<readonly DutySummary[]> =>
    getAll('/v1/duties/summary', { unit, from: month, to: month, by }),
  markDuty: (id: string, mark: DutyMarkRequest): Promise<Duty> =>
    postJson(`/v1/duties/${encodeURIComponent(id)}/marks`, mark),
  alerts: (unit: string): Promise<readonly Alert[]> => getAll('/v1/alerts', { unit }),
  actOnAlert: (id: string, action: AlertActionName, body: AlertActionRequest): Promise<Alert> =>
    postJson(`/v1/alerts/${encodeURIComponent(id)}/${action}`, body),
  quality: (unit: string, level: string, period: string): Promise<readonly UnitQuality[]> =>
    getAll('/v1/quality', { unit, level, period }),
  unitQuality: (unit: string, period: string): Promise<UnitQualityDetail> =>
    getJson(withQuery(`${unitPath(unit)}/quality`, { period })),
  quarantine: (unit: string): Promise<readonly Held[]> => getAll('/v1/quarantine', { unit }),
  decideHeld: (id: string, decision: HeldDecision, body: QuarantineRequest): Promise<Held> =>
    postJson(`/v1/quarantine/${encodeURIComponent(id)}/${decision}`, body),
  positions: (unit: string | null, since: string | null): Promise<FleetPositions> =>
    getJson(withQuery('/v1/vessels/positions', { unit, since })),
  /** Where the boats were over a span of time. */
  past: (unit: string | null, from: string, to: string): Promise<FleetPast> =>
    getJson(withQuery('/v1/vessels/past', { unit, from, to })),
  fishingZones: (): Promise<FishingZones> => getJson('/v1/fishing-zones'),
  /** The boats that are lost, all of them with how many there are of each kind. */
  lostVessels: (query: LostQuery): Promise<LostVessels> => getWhole<Vessel, LostVessels>('/v1/vessels/lost', query),
  vessel: (id: string): Promise<Vessel> => getJson(vesselPath(id)),
  vessels: (unit: string | null, query: VesselQuery): Promise<readonly Vessel[]> =>
    getAll('/v1/vessels', { unit, ...query }),
  track: (id: string, from: string, to: string): Promise<VesselTrack> =>
    getJson(withQuery(`${vesselPath(id)}/track`, { from, to })),
  fleetSummary: (unit: string | null, by: string): Promise<FleetSummary> =>
    getJson(withQuery('/v1/vessels/summary', { unit, by })),
  feeds: (): Promise<readonly Feed[]> => getAll('/v1/feeds'),
  /** `href` is a link of the API, or made by `hrefOf`. */
  explanation: (href: string): Promise<Explanation> => getJson(href),
  target: (id: string): Promise<Target> => getJson(targetPath(id)),
  shares: (id: string): Promise<readonly Target[]> => getAll(`${targetPath(id)}/cascade`),
  divide: (id: string, request: CascadeRequest): Promise<Cascade> => postJson(`${targetPath(id)}/cascade`, request),
  takeBack: (id: string, by: string, reason: string): Promise<void> =>
    send('DELETE', withQuery(`${targetPath(id)}/cascade`, { by, reason })),
  milestones: (unit: string, date: string): Promise<Milestones> =>
    getWhole<Milestone, Milestones>('/v1/milestones', { unit, date }),
  plans: (): Promise<readonly Plan[]> => getAll('/v1/plans'),
  planChanges: async (): Promise<readonly CityChange[]> =>
    (await getAll<CityChange>('/v1/city/changes')).filter(({ kind }) => kind === 'plans'),
  withdrawPlan: (id: string, signature: { readonly by: string; readonly reason: string }): Promise<unknown> =>
    postJson(`/v1/plans/${encodeURIComponent(id)}/withdraw`, signature),
  undoChange: (sequence: number, signature: { readonly by: string; readonly reason: string }): Promise<unknown> =>
    postJson(`/v1/city/changes/${sequence}/undo`, signature),
  cases: (unit: string): Promise<readonly Case[]> => getAll('/v1/cases', { unit }),
  openCase: (body: CaseRequest): Promise<Case> => postJson('/v1/cases', body),
  changeCase: (id: string, body: CaseRequest): Promise<Case> =>
    postJson(`/v1/cases/${encodeURIComponent(id)}/events`, body),
  webhooks: (): Promise<readonly Webhook[]> => getAll('/v1/webhooks'),
  addWebhook: (body: WebhookRequest): Promise<Webhook> => postJson('/v1/webhooks', body),
  /** Sends one delivery of no alert, now and once. */
  testWebhook: (id: string): Promise<WebhookTest> => postJson(`${webhookPath(id)}/test`, {}),
  removeWebhook: (id: string): Promise<void> => send('DELETE', webhookPath(id)),
  deliveries: (id: string): Promise<readonly Delivery[]> => getAll(`${webhookPath(id)}/deliveries`),
  deadLetters: (id: string): Promise<readonly Delivery[]> => getAll(`${webhookPath(id)}/deadletters`),
  /** Puts one of what could not be delivered back into the queue, or all of it. */
  redeliver: (id: string, notice: string | null): Promise<unknown> =>
    postJson(
      `${webhookPath(id)}/deadletters/${notice === null ? '' : `${encodeURIComponent(notice)}/`}redeliver`,
      {},
    ),
  scorecard: (unit: string, period: string): Promise<readonly ScorecardRow[]> =>
    getAll(`${unitPath(unit)}/scorecard`, { period }),
  matrix: (unit: string, level: string, period: string): Promise<Matrix> =>
    getWhole<Matrix['items'][number], Matrix>('/v1/matrix', { unit, level, period }),
  ranking: (unit: string, level: string, indicator: string, period: string): Promise<readonly RankedFigure[]> =>
    getAll('/v1/ranking', { unit, level, indicator, period }),
};
