/** What the form of map files holds. It outlives the view, as that of tables does. */

import { signal } from '@preact/signals';
import { asProblem, type Problem } from '../api/problem';
import type { BoundaryImport } from '../api/types';
import { applyMap, previewMap, tryMap, undoChange, type MapWish } from './mapCalls';
import { downloadBlob } from '../scorecard/download';

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
export const mapProblem = signal<Problem | null>(null);
export const isMapBusy = signal(false);
export const isMapUndone = signal(false);

/** Another file, or another way to read it, makes an earlier answer void. */
export function chooseMap(file: File): void {
  mapFile.value = file;
  mapAnswer.value = null;
  mapProblem.value = null;
  isMapUndone.value = false;
}

/** A change of the form. */
export function wishFor(change: Partial<MapWish>): void {
  mapWish.value = { ...mapWish.value, ...change };
  if (mapAnswer.value?.isDryRun === true) {
    mapAnswer.value = null;
  }
}

/** Says what the file would change. */
export async function tryOutMap(): Promise<void> {
  await busily(async (file) => {
    mapAnswer.value = await tryMap(file, mapWish.value);
  });
}

/** Makes it the map of the city. */
export async function takeMap(): Promise<void> {
  const tried = mapAnswer.value;
  if (tried?.isDryRun === true) {
    await busily(async (file) => {
      mapAnswer.value = await applyMap(file, mapWish.value, tried.revision);
    });
  }
}

/** Saves the map that would be. */
export async function saveMap(): Promise<void> {
  await busily(async (file) => {
    downloadBlob('boundaries.geojson', await previewMap(file, mapWish.value));
  });
}

/** Takes the map back that was just made. */
export async function undoMap(): Promise<void> {
  const made = mapAnswer.value;
  if (made?.isDryRun === false) {
    await busily(async () => {
      await undoChange(made.revision, mapWish.value.by, mapWish.value.reason);
      mapAnswer.value = null;
      isMapUndone.value = true;
    });
  }
}

async function busily(work: (file: File) => Promise<void>): Promise<void> {
  const file = mapFile.value;
  if (!file) {
    return;
  }
  isMapBusy.value = true;
  mapProblem.value = null;
  try {
    await work(file);
  } catch (reason) {
    mapProblem.value = asProblem(reason);
  } finally {
    isMapBusy.value = false;
  }
}
