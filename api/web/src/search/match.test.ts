import { describe, expect, it } from 'vitest';
import { fold, searchUnits } from './match';

const units = [
  { code: '303', nameVi: 'Quận Hồng Bàng', nameEn: 'Hong Bang Urban District' },
  { code: '311', nameVi: 'Huyện Thuỷ Nguyên', nameEn: 'Thuy Nguyen District' },
  { code: '308', nameVi: 'Quận Đồ Sơn', nameEn: 'Do Son Urban District' },
  { code: '11296', nameVi: 'Phường Quán Toan', nameEn: 'Quan Toan Ward' },
  { code: '30301', nameVi: 'Xã Hồng Phong', nameEn: 'Hong Phong Commune' },
];
const found = (text: string): readonly string[] => searchUnits(units, text).map((unit) => unit.code);

describe('search', () => {
  it('folds every Vietnamese letter', () => {
    expect(fold('Đồ Sơn ƯỜNG Quỳnh')).toBe('do son uong quynh');
    expect(fold('ĐÔ\u0300 SƠN')).toBe('do son');
  });

  it.each([
    ['without marks', 'do son', '308'],
    ['with marks', 'Đồ Sơn', '308'],
    ['with marks put together otherwise', 'Đồ Sơn'.normalize('NFD'), '308'],
    ['by code', '311', '311'],
    ['by the English name', 'quan toan ward', '11296'],
    ['in capitals', 'HONG BANG', '303'],
  ])('finds %s', (_, text, code) => {
    expect(found(text)[0]).toBe(code);
  });

  it('puts a whole code before the codes that begin with it', () => {
    expect(found('303')).toEqual(['303', '30301']);
  });

  it.each(['', '   ', 'không có'])('finds nothing for "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('stops at its limit', () => {
    expect(searchUnits(units, 'o', 2)).toHaveLength(2);
  });
});
