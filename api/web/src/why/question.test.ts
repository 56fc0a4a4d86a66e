import { describe, expect, it } from 'vitest';
import { hrefOf, readQuestion, writeQuestion, type Question } from './question';

const plain: Question = { unit: '31', indicator: 'FIBER', period: '2024-12', on: null, asOf: null };

describe('which figure is asked about', () => {
  it.each([
    ['31,FIBER,2024-12', plain],
    ['31,FIBER,2024-12,2025-07-01', { ...plain, on: '2025-07-01' }],
    ['31,FIBER,2024-12,,2025-01-15', { ...plain, asOf: '2025-01-15' }],
    ['31,FIBER,2024-01-01/P10M', { ...plain, period: '2024-01-01/P10M' }],
  ])('is written and read as %s', (text, question) => {
    expect(writeQuestion(question)).toBe(text);
    expect(readQuestion(text)).toEqual(question);
  });

  it.each([[null], [''], ['1'], ['31,FIBER'], ['31,FIBER,2024-12,yesterday'], ['31,F<B,2024-12'], ['a,b,c,,,d']])(
    'is not %s',
    (text) => {
      expect(readQuestion(text)).toBeNull();
    },
  );

  it('leads to where the API explains it', () => {
    expect(hrefOf({ ...plain, on: '2025-07-01', asOf: '2025-01-15' })).toBe(
      '/v1/units/31/explanation?indicator=FIBER&period=2024-12&boundaries=2025-07-01&asOf=2025-01-15T16%3A59%3A59Z',
    );
  });
});
