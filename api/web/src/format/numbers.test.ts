import { describe, expect, it } from 'vitest';
import { formatAmount, formatNumber, formatShare, formatSigned, formatValue, NO_NUMBER } from './numbers';

describe('numbers', () => {
  it.each([
    ['grouped in Vietnamese', 1360, 0, 'vi', '1.360'],
    ['grouped in English', 1360, 0, 'en', '1,360'],
    ['decimal comma', 58.64, 1, 'vi', '58,6'],
    ['decimal point', 58.64, 1, 'en', '58.6'],
    ['a true minus sign', -3.2, 1, 'vi', '\u22123,2'],
    ['no negative zero', -0.04, 1, 'vi', '0,0'],
    ['four digits are grouped too', 4475, 0, 'vi', '4.475'],
  ] as const)('writes %s', (_, value, decimals, lang, text) => {
    expect(formatNumber(value, decimals, lang)).toBe(text);
  });

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('writes no number for %s', (value) => {
    expect(formatNumber(value, 1, 'vi')).toBe(NO_NUMBER);
    expect(formatAmount(value, 'vi')).toBe(NO_NUMBER);
  });

  it('joins a unit as each language does', () => {
    expect(formatValue(58.6, '%', 1, 'vi')).toBe('58,6\u00a0%');
    expect(formatValue(58.6, '%', 1, 'en')).toBe('58.6%');
    expect(formatValue(82, 'trạm', 0, 'vi')).toBe('82\u00a0trạm');
    expect(formatValue(3, '', 0, 'vi')).toBe('3');
  });

  it('writes an amount with no more decimals than it has', () => {
    expect(formatAmount(98453, 'vi')).toBe('98.453');
    expect(formatAmount(12.5, 'vi')).toBe('12,5');
    expect(formatAmount(1 / 3, 'en')).toBe('0.333');
  });

  it('signs differences, and leaves zero without a sign', () => {
    expect(formatSigned(3.2, 1, 'vi')).toBe('+3,2');
    expect(formatSigned(-3.2, 1, 'vi')).toBe('\u22123,2');
    expect(formatSigned(0.001, 1, 'vi')).toBe('0,0');
  });

  it('never rounds a missing report away', () => {
    expect(formatShare(999, 1000, 'vi')).toBe('99\u00a0%');
    expect(formatShare(217, 217, 'vi')).toBe('100\u00a0%');
    expect(formatShare(0, 0, 'vi')).toBe(NO_NUMBER);
  });
});
