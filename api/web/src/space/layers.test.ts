import { describe, expect, it } from 'vitest';
import { moveLayer, readLayers, readPicked, toggleLayer, withOpacity, writeLayers, writePicked } from './layers';

const three = readLayers('routes,sites.60,zones');

describe('layers over the map', () => {
  it('are read from the lowest up, and written back', () => {
    expect(three).toEqual([
      { id: 'routes', opacity: 100 },
      { id: 'sites', opacity: 60 },
      { id: 'zones', opacity: 100 },
    ]);
    expect(writeLayers(three)).toBe('routes,sites.60,zones');
    expect(writeLayers([])).toBeNull();
  });

  it.each([
    ['nothing', null, []],
    ['markup', '<b>,sites', ['sites']],
    ['one twice', 'sites,sites.40', ['sites']],
    ['too strong a one', 'sites.101,zones.0', ['zones']],
    ['empty parts', ',,zones,', ['zones']],
  ])('leave out %s', (_, text, ids) => {
    expect(readLayers(text).map(({ id }) => id)).toEqual(ids);
  });

  it('are twelve at most', () => {
    expect(readLayers(Array.from({ length: 20 }, (_, i) => `layer${i}`).join(','))).toHaveLength(12);
  });

  it('come on top and go away', () => {
    expect(writeLayers(toggleLayer(three, 'facilities'))).toBe('routes,sites.60,zones,facilities');
    expect(writeLayers(toggleLayer(three, 'sites'))).toBe('routes,zones');
  });

  it('change their strength and their order', () => {
    expect(writeLayers(withOpacity(three, 'zones', 35))).toBe('routes,sites.60,zones.35');
    expect(writeLayers(moveLayer(three, 'routes', 1))).toBe('sites.60,routes,zones');
    expect(writeLayers(moveLayer(three, 'zones', 1))).toBe('routes,sites.60,zones');
    expect(writeLayers(moveLayer(three, 'routes', -1))).toBe('routes,sites.60,zones');
    expect(writeLayers(moveLayer(three, 'nothing', 1))).toBe('routes,sites.60,zones');
  });

  it('have features with a name of their own', () => {
    expect(readPicked('sites.5G-012.a')).toEqual({ collection: 'sites', id: '5G-012.a' });
    expect(writePicked({ collection: 'vessels', id: 'HP-90123-TS' })).toBe('vessels.HP-90123-TS');
    expect(readPicked('sites')).toBeNull();
    expect(readPicked('.x')).toBeNull();
    expect(readPicked(null)).toBeNull();
  });
});
