import { describe, expect, it } from 'vitest';
import { FLEET_START } from '../fleet/address';
import { readAddress, sameAddress, START, writeAddress, type Address } from './address';

const full: Address = {
  view: 'scorecard',
  unit: '303',
  level: 'commune',
  indicator: 'FIBER-HOUSEHOLDS',
  period: '2025-Q3',
  on: '2025-07-01',
  versus: '2024-Q3',
  method: 'status',
  selected: '11296',
  lang: 'en',
  camera: { longitude: 106.7123, latitude: 20.8456, zoom: 11.25 },
  draw: 'cAAgkwrmGw1ov6T',
  pin: { longitude: 106.6801234, latitude: 20.8600001 },
  when: '2026-11-26T03:30Z',
  isByArea: true,
  layers: 'routes,sites.60',
  showsLayers: true,
  picked: 'sites.HP-5G-012',
  showsTable: true,
  why: { unit: '31', indicator: 'FIBER-HOUSEHOLDS', period: '2024-12', on: '2025-07-01', asOf: null },
  isFolded: true,
  sort: '-gap',
  statuses: ['atRisk', 'missed'],
  find: 'cáp quang',
  month: '2025-01',
  day: '2025-01-10',
  by: 'agency',
  stands: 'missing late',
  showsMilestones: true,
  divide: 'HP-10',
  tab: 'cases',
  file: '303-C1',
  cells: 'value',
  fleet: FLEET_START,
};

describe('the address', () => {
  it('is empty at the start', () => {
    expect(writeAddress(START)).toBe('');
    expect(readAddress('')).toEqual(START);
  });

  it('says everything, and is read back the same', () => {
    expect(readAddress(writeAddress(full))).toEqual(full);
    expect(sameAddress(readAddress(writeAddress(full)), full)).toBe(true);
  });

  it('tells two states apart', () => {
    expect(sameAddress(START, { ...START, unit: '303' })).toBe(false);
  });

  it.each([
    ['an unknown view', '?view=boats'],
    ['boundaries of no day', '?on=2025-13-01'],
    ['an unknown language', '?lang=fr'],
    ['an unknown method', '?classes=jenks'],
    ['a camera off the earth', '?at=106,95,10'],
    ['a camera of words', '?at=here'],
    ['half a camera', '?at=106,20'],
    ['a place off the earth', '?pin=106,95'],
    ['layers with markup', '?layers=%3Cscript%3E'],
    ['a feature of no collection', '?picked=303'],
    ['an instant that is none', '?when=2026-11-26T25.00Z'],
    ['a shape of no kind', '?draw=xAAgkwrmGw1ov6T'],
    ['a shape with markup', '?draw=p%3Cscript%3E'],
    ['a shape too long for an address', `?draw=p${'A'.repeat(6001)}`],
    ['a code with markup', '?unit=%3Cscript%3E'],
    ['an unknown status', '?status=great'],
    ['an unknown part', '?utm_source=x'],
  ])('passes over %s', (_, search) => {
    expect(readAddress(search)).toEqual(START);
  });

  it('keeps a search text within its limit', () => {
    expect(readAddress(`?find=${'a'.repeat(500)}`).find).toHaveLength(100);
  });
});
