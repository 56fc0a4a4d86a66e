import { describe, expect, it } from 'vitest';
import { ariaSort, compareKeys, compareNames } from './sorting';

describe('sorting', () => {
  it.each([
    ['numbers', [3, 1, 2], [1, 2, 3], [3, 2, 1]],
    ['texts with numbers in them', ['Phường 10', 'Phường 2'], ['Phường 2', 'Phường 10'], ['Phường 10', 'Phường 2']],
    ['nothing last both ways', [null, 2, null, 1], [1, 2, null, null], [2, 1, null, null]],
  ] as const)('puts %s in order', (_, keys, up, down) => {
    expect([...keys].sort((a, b) => compareKeys(a, b, false))).toEqual(up);
    expect([...keys].sort((a, b) => compareKeys(a, b, true))).toEqual(down);
  });

  it('knows the Vietnamese alphabet, in which đ follows d', () => {
    expect(['Đồ Sơn', 'Dương Kinh', 'Ê', 'E'].sort(compareNames)).toEqual(['Dương Kinh', 'Đồ Sơn', 'E', 'Ê']);
  });

  it('tells a reader of the screen which way', () => {
    expect(ariaSort({ column: 'a', isDown: true }, 'a')).toBe('descending');
    expect(ariaSort({ column: 'a', isDown: false }, 'a')).toBe('ascending');
    expect(ariaSort<string>({ column: 'a', isDown: true }, 'b')).toBeUndefined();
  });
});
