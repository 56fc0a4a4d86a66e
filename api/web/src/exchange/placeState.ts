/** What the form for sites, facilities, zones and routes holds. It outlives the view, as that of tables does. */

import { signal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { PlaceImport, PlaceInspection, UnmatchedFeature } from '../api/types';
import { cache } from '../state/model';
import {
  inspectPlaces,
  mappingOf,
  NothingTaken,
  previewPlaces,
  takePlaces,
  tryPlaces,
  type ByField,
  type PlaceWish,
} from './placeCalls';
import { makeWork } from './work';

const work = makeWork();

export const placeFile = signal<File | null>(null);
export const placeWish = signal<PlaceWish>({
  layer: 'sites',
  crs: '',
  date: '',
  encoding: '',
  geometry: '',
  longitude: '',
  latitude: '',
  endMissing: false,
  by: '',
  reason: '',
});
export const placeLook = signal<PlaceInspection | null>(null);
/** The property of the file for each field. */
export const placeColumns = signal<ByField>({});
/** What holds where the file says nothing, by field. */
export const placeDefaults = signal<ByField>({});
export const placeAnswer = signal<PlaceImport | null>(null);
/** The places that a dry run would take in. */
export const placePreview = signal<FeatureCollection | null>(null);
export const placeProblem = work.problem;
export const isPlaceBusy = work.isBusy;

/** What the server is to look at anew: the fields, the columns and their texts follow from it. */
const LOOKS: readonly (keyof PlaceWish)[] = ['layer', 'crs', 'encoding', 'geometry', 'longitude', 'latitude'];

/** Another file makes whatever was known of the one before void. */
export async function openPlaces(file: File): Promise<void> {
  placeFile.value = file;
  await look();
}

/** A change of the form. */
export async function wishPlaces(change: Partial<PlaceWish>): Promise<void> {
  const before = placeWish.value;
  placeWish.value = { ...before, ...change };
  if (change.layer !== undefined && change.layer !== before.layer) {
    placeDefaults.value = {};
  }
  forget();
  if (placeFile.value && LOOKS.some((name) => before[name] !== placeWish.value[name])) {
    await look();
  }
}

/** Says which property of the file a field is. */
export function chooseColumn(field: string, column: string): void {
  placeColumns.value = { ...placeColumns.value, [field]: column };
  forget();
}

/** Says what a field is where the file says nothing. */
export function chooseDefault(field: string, value: string): void {
  placeDefaults.value = { ...placeDefaults.value, [field]: value };
  forget();
}

/** Says what the file would change, and shows it. */
export async function tryOutPlaces(): Promise<void> {
  const [file, wish, mapping] = [placeFile.value, placeWish.value, mappingNow()];
  if (file) {
    await work.ask(async (isLast) => {
      const answer = await tryPlaces(file, wish, mapping);
      const preview = await previewPlaces(file, wish, mapping);
      if (isLast()) {
        placeAnswer.value = answer;
        placePreview.value = preview;
      }
    });
  }
}

/** Takes in what was tried. */
export async function takeInPlaces(): Promise<void> {
  const file = placeFile.value;
  if (file && placeAnswer.value?.isDryRun === true) {
    await work.act(async () => {
      placeAnswer.value = await takePlaces(file, placeWish.value, mappingNow());
      placePreview.value = null;
      // Whatever was asked about places before may be otherwise now.
      cache.renew((key) => /^(count|inside|feature|area|tileset)\|/.test(key));
    });
  }
}

/** The features that are left out, after a try or after everything was refused. */
export function leftOut(): readonly UnmatchedFeature[] {
  const problem = placeProblem.value;
  return problem instanceof NothingTaken ? problem.unmatched : (placeAnswer.value?.unmatched ?? []);
}

function mappingNow(): Readonly<Record<string, unknown>> {
  return mappingOf(placeWish.value, placeColumns.value, placeDefaults.value);
}

function forget(): void {
  placeAnswer.value = null;
  placePreview.value = null;
  work.overtake();
}

async function look(): Promise<void> {
  forget();
  placeLook.value = null;
  const file = placeFile.value;
  if (file) {
    await work.ask(async (isLast) => {
      const seen = await inspectPlaces(file, placeWish.value);
      if (isLast()) {
        placeLook.value = seen;
        placeColumns.value = Object.fromEntries(seen.fields.map(({ name }) => [name, seen.suggested[name] ?? '']));
      }
    });
  }
}
