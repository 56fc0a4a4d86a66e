import { afterEach, expect, it, vi } from 'vitest';
import type { PlaceInspection } from '../api/types';
import { inspectPlaces } from './placeCalls';
import { isPlaceBusy, openPlaces, placeLook, placeProblem, wishPlaces } from './placeState';

vi.mock('../state/model', () => ({ cache: { renew: vi.fn() } }));
vi.mock('./placeCalls', async (original) => ({ ...(await original<object>()), inspectPlaces: vi.fn() }));

afterEach(() => vi.resetAllMocks());

it('an answer that another question has overtaken is none any more', async () => {
  let refuse: (reason: Error) => void = () => undefined;
  const seen = { fields: [], suggested: {} } as unknown as PlaceInspection;
  vi.mocked(inspectPlaces)
    .mockReturnValueOnce(
      new Promise((_, reject) => {
        refuse = reject;
      }),
    )
    .mockResolvedValueOnce(seen);

  const first = openPlaces(new File(['x'], 'places.csv'));
  await wishPlaces({ longitude: 'x' });
  refuse(new Error('no coordinates'));
  await first;

  expect(placeLook.value).toBe(seen);
  expect(placeProblem.value).toBeNull();
  expect(isPlaceBusy.value).toBe(false);
});
