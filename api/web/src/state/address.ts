/** What is shown, as the address says it. Pure: copying an address shows someone else the same thing. */

import { FLEET_START, readFleet, writeFleet, type FleetAddress } from '../fleet/address';
import { CLASS_METHODS, type ClassMethod } from '../scale/classes';
import { STATUSES, type Status } from '../scale/statuses';
import type { Lang } from '../format/numbers';
import { readQuestion, writeQuestion, type Question } from '../why/question';

/** The views, in the order of the bar. */
export const VIEWS = [
  'map',
  'scorecard',
  'matrix',
  'ranking',
  'compare',
  'duties',
  'quality',
  'fleet',
  'alerts',
  'plans',
  'exchange',
] as const;
export type View = (typeof VIEWS)[number];

/** The parts of the view of alerts. */
export const TABS = ['alerts', 'cases', 'webhooks'] as const;
export type Tab = (typeof TABS)[number];

/** Where the map looks, once someone moved it. */
export interface Camera {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

/** A place that somebody asks about. */
export interface Pin {
  readonly longitude: number;
  readonly latitude: number;
}

/** `null` is "as the city has it", and stays out of the address. */
export interface Address {
  readonly view: View;
  readonly unit: string | null;
  readonly level: string | null;
  readonly indicator: string | null;
  readonly period: string | null;
  /** The day whose boundaries are shown; those of the period without one. */
  readonly on: string | null;
  /** The period that the shown one is compared with. */
  readonly versus: string | null;
  readonly method: ClassMethod | null;
  readonly selected: string | null;
  readonly lang: Lang | null;
  readonly camera: Camera | null;
  /** The shape that was drawn, as `space/encoding.ts` writes it. */
  readonly draw: string | null;
  readonly pin: Pin | null;
  /** The instant at which boats are where they are shown in the shape; now without one. */
  readonly when: string | null;
  /** Whether figures of units that the shape cuts are divided by area, even where people are known. */
  readonly isByArea: boolean;
  /** The collections over the map, as `space/layers.ts` writes them, and whether their panel is open. */
  readonly layers: string | null;
  readonly showsLayers: boolean;
  /** The feature of a collection whose card is open. */
  readonly picked: string | null;
  readonly showsTable: boolean;
  /** The figure whose making is shown. */
  readonly why: Question | null;
  readonly isFolded: boolean;
  readonly sort: string | null;
  readonly statuses: readonly Status[];
  readonly find: string;
  /** The month in which reports are due, and the day of it. */
  readonly month: string | null;
  readonly day: string | null;
  /** What is counted by, and which states are shown. */
  readonly by: string | null;
  readonly stands: string | null;
  /** Whether the milestones of the scorecard are open. */
  readonly showsMilestones: boolean;
  /** The target that is being given to the units below. */
  readonly divide: string | null;
  /** What of the alerts is shown, and the case that is open. */
  readonly tab: Tab;
  readonly file: string | null;
  /** What the cells of the matrix show. */
  readonly cells: 'status' | 'value';
  /** What of the fleet is shown. */
  readonly fleet: FleetAddress;
}

export const START: Address = {
  view: 'map',
  unit: null,
  level: null,
  indicator: null,
  period: null,
  on: null,
  versus: null,
  method: null,
  selected: null,
  lang: null,
  camera: null,
  draw: null,
  pin: null,
  when: null,
  isByArea: false,
  layers: null,
  showsLayers: false,
  picked: null,
  showsTable: false,
  why: null,
  isFolded: false,
  sort: null,
  statuses: [],
  find: '',
  month: null,
  day: null,
  by: null,
  stands: null,
  showsMilestones: false,
  divide: null,
  tab: 'alerts',
  file: null,
  cells: 'status',
  fleet: FLEET_START,
};

const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** A column, or the code of an indicator that has one. */
const SORT = /^-?[a-zA-Z0-9-]{1,64}$/;
const WORDS = /^[a-zA-Z ]{1,100}$/;
const DRAW = /^[clmp][A-Za-z0-9_-]{3,6000}$/;
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\dZ$/;
const LAYERS = /^[a-zA-Z0-9_.,-]{1,400}$/;
const PICKED = /^[a-z][a-zA-Z0-9_-]{0,39}\.[\p{L}\p{N}._:-]{1,80}$/u;
const MAX_FIND = 100;

/** Reads the query part of an address. What it cannot read it leaves at the start value. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const code = (name: string): string | null => matching(query.get(name), CODE);
  const lang = query.get('lang');
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'map',
    unit: code('unit'),
    level: code('level'),
    indicator: code('indicator'),
    period: code('period'),
    on: matching(query.get('on'), DAY),
    versus: code('versus'),
    method: CLASS_METHODS.find((method) => method === query.get('classes')) ?? null,
    selected: code('selected'),
    lang: lang === 'vi' || lang === 'en' ? lang : null,
    camera: readCamera(query.get('at')),
    draw: matching(query.get('draw'), DRAW),
    pin: readPin(query.get('pin')),
    when: matching(query.get('when')?.replaceAll('.', ':') ?? null, INSTANT),
    isByArea: query.get('weight') === 'area',
    layers: matching(query.get('layers'), LAYERS),
    showsLayers: query.has('layerlist'),
    picked: matching(query.get('picked'), PICKED),
    showsTable: query.has('table'),
    why: readQuestion(query.get('why')),
    isFolded: query.has('folded'),
    sort: matching(query.get('sort'), SORT),
    statuses: STATUSES.filter((status) => query.get('status')?.split(' ').includes(status)),
    find: (query.get('find') ?? '').slice(0, MAX_FIND),
    month: code('month'),
    day: code('day'),
    by: code('by'),
    stands: matching(query.get('stands'), WORDS),
    showsMilestones: query.has('milestones'),
    divide: code('divide'),
    tab: TABS.find((tab) => tab === query.get('tab')) ?? 'alerts',
    file: code('file'),
    cells: query.get('cells') === 'value' ? 'value' : 'status',
    fleet: readFleet(query),
  };
}

/** Writes the query part of an address, `?` included; empty for the start. */
export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | null): void => {
    if (value !== null && value !== '') {
      query.set(name, value);
    }
  };
  set('view', address.view === 'map' ? null : address.view);
  set('unit', address.unit);
  set('level', address.level);
  set('indicator', address.indicator);
  set('period', address.period);
  set('on', address.on);
  set('versus', address.versus);
  set('classes', address.method);
  set('selected', address.selected);
  set('sort', address.sort);
  set('status', address.statuses.join(' '));
  set('find', address.find);
  set('month', address.month);
  set('day', address.day);
  set('by', address.by);
  set('stands', address.stands);
  set('milestones', address.showsMilestones ? '1' : null);
  set('divide', address.divide);
  set('tab', address.tab === 'alerts' ? null : address.tab);
  set('file', address.file);
  set('cells', address.cells === 'status' ? null : address.cells);
  if (address.view === 'fleet') {
    writeFleet(address.fleet, set);
  }
  set('at', address.camera && writeCamera(address.camera));
  set('draw', address.draw);
  set('pin', address.pin && `${address.pin.longitude.toFixed(7)},${address.pin.latitude.toFixed(7)}`);
  set('when', address.when?.replaceAll(':', '.') ?? null);
  set('weight', address.isByArea ? 'area' : null);
  set('layers', address.layers);
  set('layerlist', address.showsLayers ? '1' : null);
  set('picked', address.picked);
  set('table', address.showsTable ? '1' : null);
  set('why', address.why && writeQuestion(address.why));
  set('folded', address.isFolded ? '1' : null);
  set('lang', address.lang);
  const text = query.toString();
  return text === '' ? '' : `?${text.replaceAll('%2C', ',')}`;
}

/** Whether two addresses show the same. */
export function sameAddress(a: Address, b: Address): boolean {
  return writeAddress(a) === writeAddress(b);
}

function readCamera(text: string | null): Camera | null {
  const parts = (text ?? '').split(',').map(Number);
  const [longitude, latitude, zoom] = parts;
  return parts.length === 3 && within(longitude, 180) && within(latitude, 85) && within(zoom, 24)
    ? { longitude, latitude, zoom }
    : null;
}

function readPin(text: string | null): Pin | null {
  const parts = (text ?? '').split(',').map(Number);
  const [longitude, latitude] = parts;
  return parts.length === 2 && within(longitude, 180) && within(latitude, 90) ? { longitude, latitude } : null;
}

function within(value: number | undefined, limit: number): value is number {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= limit;
}

function writeCamera({ longitude, latitude, zoom }: Camera): string {
  return `${longitude.toFixed(4)},${latitude.toFixed(4)},${zoom.toFixed(2)}`;
}

function matching(text: string | null, pattern: RegExp): string | null {
  return text !== null && pattern.test(text) ? text : null;
}
