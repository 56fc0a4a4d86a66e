/** What a planner says of a document, as a form holds it and as the API takes it. Pure. */

import type { PlanDocument } from '../api/types';

export interface PlanFields {
  readonly planId: string;
  readonly number: string;
  readonly date: string;
  readonly titleVi: string;
  readonly titleEn: string;
  /** The code of the unit whose plan it is; empty for none. */
  readonly unit: string;
  /** The document of the table whose rows are wanted; empty where it holds one or names none. */
  readonly document: string;
  /** The sheet of a workbook; empty for the first. */
  readonly sheet: string;
  /** The encoding of its text; empty for the one that is recognized. */
  readonly encoding: string;
  readonly replace: boolean;
}

export const NO_FIELDS: PlanFields = {
  planId: '',
  number: '',
  date: '',
  titleVi: '',
  titleEn: '',
  unit: '',
  document: '',
  sheet: '',
  encoding: '',
  replace: false,
};

/** The encodings that a table of an office may be in, where it is not recognized. */
export const ENCODINGS = ['utf-8', 'tcvn3', 'vni', 'viscii', 'windows-1258'] as const;

/** An id made of what is printed on the document: `129/KH-UBND` of 2026 is `129-KH-UBND-2026`. */
export function suggestId(number: string, date: string): string {
  const year = /\d{4}/.exec(date)?.[0] ?? '';
  const words = number
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return (words.at(-1) === year ? words : [...words, year]).filter(Boolean).join('-').slice(0, 64);
}

/** The form with what a table says of one of its documents, where nobody has typed otherwise. */
export function withDocument(fields: PlanFields, document: PlanDocument): PlanFields {
  const number = document.number ?? '';
  const date = document.date ?? '';
  return {
    ...fields,
    document: document.document,
    number,
    date,
    planId: suggestId(number, date),
  };
}

/** What is still missing before the plan can be tried, as keys of texts. */
export function lacking(
  fields: PlanFields,
  documents: readonly PlanDocument[],
): readonly ('planId' | 'titleVi' | 'document')[] {
  const missing: ('planId' | 'titleVi' | 'document')[] = [];
  if (documents.length > 1 && fields.document === '') {
    missing.push('document');
  }
  if (fields.planId.trim() === '') {
    missing.push('planId');
  }
  if (fields.titleVi.trim() === '') {
    missing.push('titleVi');
  }
  return missing;
}

/** The fields of the form that hold anything, in the words of the API. */
export function partsOf(
  fields: PlanFields,
  chosen: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const { replace, ...texts } = fields;
  const parts = Object.entries(texts)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return [
    ...parts,
    ...(Object.keys(chosen).length > 0 ? [['indicators', JSON.stringify(chosen)] as const] : []),
    ...(replace ? [['replace', 'true'] as const] : []),
  ];
}
