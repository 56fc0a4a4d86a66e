import { describe, expect, it } from 'vitest';
import { fitting } from './fit';

describe('the links of a bar', () => {
  it.each([
    ['all where there is room to the last pixel', [50, 50, 50], 150, 0, [0, 1, 2]],
    ['room for the menu is taken when one does not fit', [50, 50, 50], 149, 0, [0, 1]],
    ['the current one stays, and one before it gives way', [50, 50, 50], 149, 2, [0, 2]],
    ['a narrow one does not go before a wide one that does not fit', [50, 90, 10], 149, 0, [0]],
    ['the current one even where nothing fits', [50, 50, 50], 20, 1, [1]],
    ['nothing where nothing fits and none is current', [50, 50], 20, -1, []],
    ['of none none', [], 0, -1, []],
  ])('%s', (_, widths, room, current, shown) => {
    expect(fitting(widths, room, 40, current)).toEqual(shown);
  });
});
