import { afterEach, expect, it, vi } from 'vitest';
import type { BoundaryImport } from '../api/types';
import { applyMap, tryMap } from './mapCalls';
import { chooseMap, isMapBusy, mapAnswer, mapProblem, takeMap, tryOutMap, wishFor } from './mapState';

vi.mock('./mapCalls', async (original) => ({ ...(await original<object>()), tryMap: vi.fn(), applyMap: vi.fn() }));

const tried = { isDryRun: true, revision: 7 } as BoundaryImport;

afterEach(() => vi.resetAllMocks());

/** A promise that is settled by hand. */
function later<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: Error) => void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

it.each([
  ['another file', () => chooseMap(new File(['b'], 'b.geojson'))],
  ['another tolerance', () => wishFor({ tolerance: '10' })],
])('an answer that %s has overtaken cannot be taken', async (_, change) => {
  const asked = later<BoundaryImport>();
  vi.mocked(tryMap).mockReturnValueOnce(asked.promise);
  chooseMap(new File(['a'], 'a.geojson'));

  const trying = tryOutMap();
  expect(isMapBusy.value).toBe(true);
  change();
  asked.resolve(tried);
  await trying;
  await takeMap();

  expect(mapAnswer.value).toBeNull();
  expect(isMapBusy.value).toBe(false);
  expect(applyMap).not.toHaveBeenCalled();
});

it('why a map was not taken is told whatever was changed meanwhile', async () => {
  const taken = later<BoundaryImport>();
  vi.mocked(tryMap).mockResolvedValueOnce(tried);
  vi.mocked(applyMap).mockReturnValueOnce(taken.promise);
  chooseMap(new File(['a'], 'a.geojson'));
  await tryOutMap();

  const taking = takeMap();
  wishFor({ reason: 'why' });
  taken.reject(new Error('the city has changed'));
  await taking;

  expect(mapProblem.value?.detail).toContain('the city has changed');
  expect(isMapBusy.value).toBe(false);
});
