import { describe, expect, it } from 'vitest';
import { figuresUrl, printUrl, reportPeriods } from './exportUrl';

describe('the address of a file', () => {
  it('leaves out what is taken whole', () => {
    const slice = { unit: '31', level: '', indicator: '', from: '2024-01', to: '', format: 'xlsx' } as const;
    expect(figuresUrl(slice, 'vi')).toBe('/v1/exports/figures?unit=31&from=2024-01&format=xlsx&lang=vi');
  });

  it('of a printed scorecard names unit, period and language', () => {
    expect(printUrl('303', '2024-Q4', 'en')).toBe('/v1/units/303/scorecard/print?period=2024-Q4&lang=en');
  });
});

describe('the periods of a report', () => {
  it.each([
    ['2024-01', ['2024-01', '2024-Q1', '2024-S1', '2024']],
    ['2024-06', ['2024-06', '2024-Q2', '2024-S1', '2024']],
    ['2024-07', ['2024-07', '2024-Q3', '2024-S2', '2024']],
    ['2024-12', ['2024-12', '2024-Q4', '2024-S2', '2024']],
    ['2024', ['2024']],
  ])('around %s', (month, periods) => {
    expect(reportPeriods(month)).toEqual(periods);
  });
});
