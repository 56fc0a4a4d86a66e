import { describe, expect, it } from 'vitest';
import { lacking, NO_FIELDS, partsOf, suggestId, withDocument } from './fields';

const document = { document: 'a.txt', number: '129/KH-UBND', date: '2026-01-15', place: 'Hải Phòng', rows: 3 };

describe('the id that is proposed for a plan', () => {
  it.each([
    ['129/KH-UBND', '2026-01-15', '129-KH-UBND-2026'],
    ['12/QĐ-UBND', '15/01/2026', '12-QĐ-UBND-2026'],
    ['Kế hoạch 2026', '2026', 'Kế-hoạch-2026'],
    ['', '2026', '2026'],
    ['', '', ''],
    ['x'.repeat(80), '', 'x'.repeat(64)],
  ])('of %s and %s is %s', (number, date, id) => {
    expect(suggestId(number, date)).toBe(id);
  });
});

describe('the form of a plan', () => {
  it('takes what the table says of its document', () => {
    expect(withDocument({ ...NO_FIELDS, titleVi: 'Kế hoạch' }, document)).toMatchObject({
      document: 'a.txt',
      number: '129/KH-UBND',
      planId: '129-KH-UBND-2026',
      titleVi: 'Kế hoạch',
    });
  });

  it('lacks an id, a title, and a document where the table holds several', () => {
    expect(lacking(NO_FIELDS, [])).toEqual(['planId', 'titleVi']);
    expect(lacking(NO_FIELDS, [document, { ...document, document: 'b.txt' }])).toEqual([
      'document',
      'planId',
      'titleVi',
    ]);
    expect(lacking({ ...NO_FIELDS, planId: 'KH', titleVi: ' K ' }, [document])).toEqual([]);
  });

  it('sends what holds anything, trimmed', () => {
    expect(partsOf({ ...NO_FIELDS, planId: ' KH ', unit: '31' }, {})).toEqual([
      ['planId', 'KH'],
      ['unit', '31'],
    ]);
    expect(partsOf({ ...NO_FIELDS, replace: true }, { 'KH-01': 'FIBER' })).toEqual([
      ['indicators', '{"KH-01":"FIBER"}'],
      ['replace', 'true'],
    ]);
  });
});
