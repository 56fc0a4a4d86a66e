import { expect, it } from 'vitest';
import { mappingOf, type PlaceWish } from './placeCalls';

const wish: PlaceWish = {
  layer: 'sites',
  crs: '',
  date: '',
  encoding: '',
  geometry: '',
  longitude: '',
  latitude: '',
  endMissing: false,
  by: 'Lan',
  reason: 'thử',
};

it('nothing chosen is nothing said', () => {
  expect(mappingOf(wish, {}, {})).toEqual({});
});

it('the id and the name are properties of their own, and the server finds them where nobody says', () => {
  expect(mappingOf(wish, { code: 'ma', nameVi: '', operators: 'nhà mạng' }, {})).toEqual({
    code: 'ma',
    properties: { operators: 'nhà mạng' },
  });
});

it('a field that is in no property is in none, even if one has its name', () => {
  expect(mappingOf(wish, { status: '' }, { status: ' onAir ', kind: ' ' })).toEqual({
    properties: { status: '' },
    defaults: { status: 'onAir' },
  });
});

it('where coordinates and texts are is said for tables', () => {
  expect(mappingOf({ ...wish, encoding: 'tcvn3', longitude: ' X ', latitude: 'Y' }, {}, {})).toEqual({
    encoding: 'tcvn3',
    longitude: 'X',
    latitude: 'Y',
  });
});
