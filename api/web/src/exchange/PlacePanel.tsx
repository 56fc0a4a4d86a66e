import type { VNode } from 'preact';
import { DropZone } from '../controls/DropZone';
import { ProblemNote } from '../controls/ProblemNote';
import { t, tCode } from '../i18n/text';
import { SYSTEMS } from './mapCalls';
import { ENCODINGS, LAYERS, type PlaceLayer, type PlaceWish } from './placeCalls';
import { PlaceFields } from './PlaceFields';
import { LeftOut, PlaceResult } from './PlaceResult';
import { isMissing } from './placeFieldsOf';
import {
  isPlaceBusy,
  leftOut,
  openPlaces,
  placeAnswer,
  placeColumns,
  placeDefaults,
  placeFile,
  placeLook,
  placeProblem,
  placeWish,
  takeInPlaces,
  tryOutPlaces,
  wishPlaces,
} from './placeState';

/** A map file of sites, facilities, zones or routes: choose it, say what is what, try it, look at it, take it in. */
export function PlacePanel(): VNode {
  const rejected = leftOut();
  return (
    <section class="exchange-part place-import" aria-labelledby="place-file-title">
      <h1 id="place-file-title">{t('placeFile.title')}</h1>
      <p class="hint">{t('placeFile.hint')}</p>
      <div class="exchange-row">
        <label>
          {t('placeFile.layer')}
          <select
            value={placeWish.value.layer}
            onChange={(event) => void wishPlaces({ layer: event.currentTarget.value as PlaceLayer })}>
            {LAYERS.map((layer) => (
              <option key={layer} value={layer}>
                {tCode('collection', layer)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <DropZone
        accept=".geojson,.json,.geojsons,.geojsonl,.gpkg,.zip,.csv"
        chosen={placeFile.value?.name ?? null}
        prompt={t('mapFile.choose')}
        onFile={(picked) => void openPlaces(picked)}
      />
      {placeFile.value ? <Form /> : null}
      {placeProblem.value ? <ProblemNote problem={placeProblem.value} /> : null}
      {isPlaceBusy.value ? (
        <p class="hint" role="status">
          {t('placeFile.busy')}
        </p>
      ) : null}
      {placeAnswer.value ? <PlaceResult answer={placeAnswer.value} /> : null}
      {rejected.length > 0 ? <LeftOut rejected={rejected} /> : null}
    </section>
  );
}

function Form(): VNode {
  const wish = placeWish.value;
  const answer = placeAnswer.value;
  const seen = placeLook.value;
  const canTake = answer?.isDryRun === true && answer.added + answer.changed + answer.ended > 0;
  const isSigned = wish.by.trim() !== '' && wish.reason.trim() !== '';
  const missing = (seen?.fields ?? []).filter((field) => isMissing(field, placeColumns.value, placeDefaults.value));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (canTake ? takeInPlaces() : tryOutPlaces());
      }}>
      <div class="exchange-row">
        <Choice name="crs" label={t('mapFile.crs')} none={t('mapFile.crsOfFile')}>
          {SYSTEMS.map(([code, title]) => [code, `${title} (${code})`] as const)}
        </Choice>
        <Choice name="encoding" label={t('placeFile.encoding')} none={t('mapFile.guessed')}>
          {ENCODINGS.map((name) => [name, name] as const)}
        </Choice>
        <label>
          {t('placeFile.date')}
          <input
            type="date"
            value={wish.date}
            onInput={(event) => void wishPlaces({ date: event.currentTarget.value })}
          />
        </label>
        <Field name="by" label={t('mapFile.by')} />
        <Field name="reason" label={t('mapFile.reason')} />
      </div>
      <details class="place-table">
        <summary>{t('placeFile.table')}</summary>
        <div class="exchange-row">
          <Field name="geometry" label={t('placeFile.geometry')} placeholder={t('mapFile.guessed')} />
          <Field name="longitude" label={t('placeFile.longitude')} placeholder={t('mapFile.guessed')} />
          <Field name="latitude" label={t('placeFile.latitude')} placeholder={t('mapFile.guessed')} />
        </div>
      </details>
      {seen ? <PlaceFields seen={seen} /> : null}
      <label class="check">
        <input
          type="checkbox"
          checked={wish.endMissing}
          onChange={(event) => void wishPlaces({ endMissing: event.currentTarget.checked })}
        />
        {t('placeFile.endMissing')}
      </label>
      {missing.length > 0 ? (
        <p class="hint" role="status">
          {t('placeFile.missing', { fields: missing.map((field) => tCode('property', field.name)).join(', ') })}
        </p>
      ) : null}
      <div class="exchange-row">
        <button
          type="submit"
          disabled={isPlaceBusy.value || !seen || !isSigned || missing.length > 0}
          class={canTake ? 'primary' : undefined}>
          {canTake ? t('placeFile.take', { count: answer.added + answer.changed }) : t('placeFile.try')}
        </button>
      </div>
    </form>
  );
}

function Choice({
  name,
  label,
  none,
  children,
}: {
  readonly name: 'crs' | 'encoding';
  readonly label: string;
  readonly none: string;
  readonly children: readonly (readonly [string, string])[];
}): VNode {
  return (
    <label>
      {label}
      <select
        value={placeWish.value[name]}
        onChange={(event) => void wishPlaces({ [name]: event.currentTarget.value })}>
        <option value="">{none}</option>
        {children.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The name of a column is looked for in the file when it has been written out, not with each letter. */
function Field({
  name,
  label,
  placeholder = '',
}: {
  readonly name: Exclude<keyof PlaceWish, 'endMissing' | 'layer'>;
  readonly label: string;
  readonly placeholder?: string;
}): VNode {
  const isColumn = name === 'geometry' || name === 'longitude' || name === 'latitude';
  const wish = (event: { readonly currentTarget: HTMLInputElement }): void =>
    void wishPlaces({ [name]: event.currentTarget.value });
  return (
    <label>
      {label}
      <input
        maxLength={200}
        placeholder={placeholder}
        value={placeWish.value[name]}
        {...(isColumn ? { onChange: wish } : { onInput: wish })}
      />
    </label>
  );
}
