/** What the form of map files holds. It outlives the view, as that of tables does. */

import { signal } from '@preact/signals';
import type { BoundaryImport } from '../api/types';
import { applyMap, previewMap, tryMap, undoChange, type MapWish } from './mapCalls';
import { downloadBlob } from '../scorecard/download';
import { makeWork } from './work';

const work = makeWork();

export const mapFile = signal<File | null>(null);
export const mapWish = signal<MapWish>({
  crs: '',
  date: '',
  code: '',
  name: '',
  tolerance: '5',
  by: '',
  reason: '',
});
export const mapAnswer = signal<BoundaryImport | null>(null);
export const mapProblem = work.problem;
export const isMapBusy = work.isBusy;
export const isMapUndone = signal(false);

/** Another file, or another way to read it, makes an earlier answer void. */
export function chooseMap(file: File): void {
  mapFile.value = file;
  mapAnswer.value = null;
  work.overtake();
  isMapUndone.value = false;
}

/** A change of the form. */
export function wishFor(change: Partial<MapWish>): void {
  mapWish.value = { ...mapWish.value, ...change };
  if (mapAnswer.value?.isDryRun !== false) {
    mapAnswer.value = null;
    work.overtake();
  }
}

/** Says what the file would change. */
export async function tryOutMap(): Promise<void> {
  const file = mapFile.value;
  if (file) {
    await work.ask(async (isLast) => {
      const answer = await tryMap(file, mapWish.value);
      if (isLast()) {
        mapAnswer.value = answer;
      }
    });
  }
}

/** Makes it the map of the city. */
export async function takeMap(): Promise<void> {
  const [file, tried] = [mapFile.value, mapAnswer.value];
  if (file && tried?.isDryRun === true) {
    await work.act(async () => {
      mapAnswer.value = await applyMap(file, mapWish.value, tried.revision);
    });
  }
}

/** Saves the map that would be. */
export async function saveMap(): Promise<void> {
  const file = mapFile.value;
  if (file) {
    await work.act(async () => {
      downloadBlob('boundaries.geojson', await previewMap(file, mapWish.value));
    });
  }
}

/** Takes the map back that was just made. */
export async function undoMap(): Promise<void> {
  const made = mapAnswer.value;
  if (made?.isDryRun === false) {
    await work.act(async () => {
      await undoChange(made.revision, mapWish.value.by, mapWish.value.reason);
      mapAnswer.value = null;
      isMapUndone.value = true;
    });
  }
}
