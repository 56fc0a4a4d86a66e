import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import vi from './vi.json';

const sources = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.ts$/.test(file))
  .map((file) => readFileSync(join(import.meta.dirname, '..', file), 'utf8'))
  .join('\n');

/** Keys written out in the sources, and the fixed parts of those put together: `status.` of `status.${status}`. */
const literal = new Set([...sources.matchAll(/'([a-z]+\.[\w-]+)'/gi)].map((match) => match[1]));
const composed = [...sources.matchAll(/`([a-z]+\.)\$\{/gi)].map((match) => match[1] ?? '');
const byCode = ['level.', 'unit.', 'subsystem.', 'problem.', 'tier.', 'collection.', 'property.'];
const codes = Object.keys(vi);

describe('the catalogues', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(en)).toEqual(codes);
  });

  it('leave no text empty', () => {
    for (const text of [...Object.values(vi), ...Object.values(en)]) {
      expect(text.trim()).not.toBe('');
    }
  });

  it('take the same arguments in both languages', () => {
    const args = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();
    for (const [key, text] of Object.entries(vi)) {
      expect([key, args((en as Record<string, string>)[key] ?? '')]).toEqual([key, args(text)]);
    }
  });

  it('hold no key that nothing uses', () => {
    const unused = codes.filter(
      (key) => !literal.has(key) && ![...composed, ...byCode].some((prefix) => prefix !== '' && key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('miss no key that is used', () => {
    const groups = new Set(codes.map((key) => key.split('.')[0]));
    const missing = [...literal].filter((key) => groups.has(key?.split('.')[0] ?? '') && !codes.includes(key ?? ''));
    expect(missing).toEqual([]);
  });

  it('are written in composed Unicode', () => {
    for (const text of Object.values(vi)) {
      expect(text).toBe(text.normalize('NFC'));
    }
  });
});
