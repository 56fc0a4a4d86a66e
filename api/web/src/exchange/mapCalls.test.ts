import { expect, it } from 'vitest';
import { fieldsOf, type MapWish } from './mapCalls';

const wish: MapWish = {
  crs: '',
  date: '2025-07-01',
  code: ' ',
  name: '',
  tolerance: '5',
  by: ' Lan ',
  reason: 'thử',
};

it('what is left empty is not sent', () => {
  expect(fieldsOf(wish, null)).toEqual({ by: 'Lan', reason: 'thử' });
});

it('named properties become a mapping, and the revision that was tried goes along', () => {
  expect(fieldsOf({ ...wish, crs: 'EPSG:3405', code: 'ma_xa', name: ' ten_xa' }, 0)).toEqual({
    by: 'Lan',
    reason: 'thử',
    crs: 'EPSG:3405',
    mapping: '{"code":"ma_xa","name":"ten_xa"}',
    revision: '0',
  });
});
