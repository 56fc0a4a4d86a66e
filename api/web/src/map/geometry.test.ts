import { describe, expect, it } from 'vitest';
import type { Feature } from 'geojson';
import { boxOf, mainView, union, type Box } from './geometry';
import { shortName } from './names';

const polygon = (coordinates: number[][][][]): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates },
});
const box = (west: number, south: number, east: number, north: number): { box: Box } => ({
  box: { west, south, east, north },
});

describe('boxes', () => {
  it('are drawn around every part of a shape', () => {
    const shape = polygon([
      [
        [
          [106, 20],
          [107, 20],
          [107, 21],
          [106, 20],
        ],
      ],
      [
        [
          [107.7, 20.1],
          [107.8, 20.1],
          [107.7, 20.2],
          [107.7, 20.1],
        ],
      ],
    ]);

    expect(boxOf(shape)).toEqual({ west: 106, south: 20, east: 107.8, north: 21 });
  });

  it('are missing where there is no position', () => {
    expect(boxOf(polygon([]))).toBeNull();
    expect(union([])).toBeNull();
    expect(union([null])).toBeNull();
  });
});

describe('the main view', () => {
  const mainland = Array.from({ length: 14 }, (_, i) => box(106.4 + i * 0.05, 20.6, 106.45 + i * 0.05, 21));

  it('leaves out an island far off', () => {
    const island = box(107.7, 20.1, 107.75, 20.15);

    const view = mainView([...mainland, island]);

    expect(view.far).toEqual([island]);
    expect(view.near).toHaveLength(14);
  });

  it('keeps neighbours, however long the whole is', () => {
    expect(mainView(mainland).far).toEqual([]);
  });

  it('never leaves out half of the city', () => {
    const apart = [box(0, 0, 1, 1), box(50, 50, 51, 51)];

    expect(mainView(apart).far).toEqual([]);
  });

  it('of nothing is nothing', () => {
    expect(mainView([])).toEqual({ near: [], far: [] });
  });
});

describe('short names', () => {
  it.each([
    ['Phường', 'Phường Quán Toan', 'Phuong Quan Toan', 'Quán Toan', 'Quan Toan'],
    ['Thị trấn', 'Thị trấn Cát Bà', 'Thi tran Cat Ba', 'Cát Bà', 'Cat Ba'],
    ['Đặc khu', 'Đặc khu Bạch Long Vĩ', 'Dac khu Bach Long Vi', 'Bạch Long Vĩ', 'Bach Long Vi'],
    ['Phường', 'Phường 1', 'Phuong 1', 'Phường 1', 'Phuong 1'],
    ['Xã', 'Xãm', 'Xam', 'Xãm', 'Xam'],
    ['', 'Hải Phòng', 'Hai Phong', 'Hải Phòng', 'Hai Phong'],
  ])('drop the kind "%s" of %s', (kindVi, nameVi, nameAscii, vi, en) => {
    expect(shortName({ kindVi, nameVi, nameAscii }, 'vi')).toBe(vi);
    expect(shortName({ kindVi, nameVi, nameAscii }, 'en')).toBe(en);
  });
});
