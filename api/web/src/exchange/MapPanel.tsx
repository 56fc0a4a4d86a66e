import type { VNode } from 'preact';
import { DropZone } from '../controls/DropZone';
import { ProblemNote } from '../controls/ProblemNote';
import { t } from '../i18n/text';
import { SYSTEMS, type MapWish } from './mapCalls';
import { MapResult } from './MapResult';
import {
  chooseMap,
  isMapBusy,
  isMapUndone,
  mapAnswer,
  mapFile,
  mapProblem,
  mapWish,
  saveMap,
  takeMap,
  tryOutMap,
  undoMap,
  wishFor,
} from './mapState';

/** A map file of boundaries: choose it, try it, make it the map of the city, take it back. */
export function MapPanel(): VNode {
  return (
    <section class="exchange-part" aria-labelledby="map-file-title">
      <h1 id="map-file-title">{t('mapFile.title')}</h1>
      <p class="hint">{t('mapFile.hint')}</p>
      <DropZone
        accept=".geojson,.json,.geojsons,.geojsonl,.gpkg,.zip,.csv"
        chosen={mapFile.value?.name ?? null}
        prompt={t('mapFile.choose')}
        onFile={chooseMap}
      />
      {mapFile.value ? <Form /> : null}
      {mapProblem.value ? <ProblemNote problem={mapProblem.value} /> : null}
      {isMapBusy.value ? (
        <p class="hint" role="status">
          {t('mapFile.busy')}
        </p>
      ) : null}
      {isMapUndone.value ? <p role="status">{t('mapFile.undone')}</p> : null}
      {mapAnswer.value ? <MapResult answer={mapAnswer.value} /> : null}
    </section>
  );
}

function Form(): VNode {
  const wish = mapWish.value;
  const answer = mapAnswer.value;
  const canTake = answer?.isDryRun === true;
  const isSigned = wish.by.trim() !== '' && wish.reason.trim() !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (canTake ? takeMap() : tryOutMap());
      }}>
      <div class="exchange-row">
        <label>
          {t('mapFile.crs')}
          <select value={wish.crs} onChange={(event) => wishFor({ crs: event.currentTarget.value })}>
            <option value="">{t('mapFile.crsOfFile')}</option>
            {SYSTEMS.map(([code, title]) => (
              <option key={code} value={code}>
                {title} ({code})
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('mapFile.date')}
          <input type="date" value={wish.date} onInput={(event) => wishFor({ date: event.currentTarget.value })} />
        </label>
        <Field name="code" label={t('mapFile.code')} placeholder={t('mapFile.guessed')} />
        <Field name="name" label={t('mapFile.name')} placeholder={t('mapFile.guessed')} />
        <label>
          {t('mapFile.tolerance')}
          <input
            type="number"
            min="0"
            max="1000"
            value={wish.tolerance}
            onInput={(event) => wishFor({ tolerance: event.currentTarget.value })}
          />
        </label>
        <Field name="by" label={t('mapFile.by')} />
        <Field name="reason" label={t('mapFile.reason')} />
      </div>
      <div class="exchange-row">
        <button type="submit" disabled={isMapBusy.value || !isSigned} class={canTake ? 'primary' : undefined}>
          {canTake ? t('mapFile.apply', { count: answer.matched }) : t('mapFile.try')}
        </button>
        {canTake ? (
          <button type="button" disabled={isMapBusy.value} onClick={() => void saveMap()}>
            {t('mapFile.save')}
          </button>
        ) : null}
        {answer?.isDryRun === false ? (
          <button type="button" disabled={isMapBusy.value} onClick={() => void undoMap()}>
            {t('mapFile.undo')}
          </button>
        ) : null}
      </div>
    </form>
  );
}

function Field({
  name,
  label,
  placeholder = '',
}: {
  readonly name: keyof MapWish;
  readonly label: string;
  readonly placeholder?: string;
}): VNode {
  return (
    <label>
      {label}
      <input
        maxLength={200}
        placeholder={placeholder}
        value={mapWish.value[name]}
        onInput={(event) => wishFor({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}
