import type { VNode } from 'preact';
import type { PlaceImport, UnmatchedFeature } from '../api/types';
import { Link } from '../controls/Link';
import { formatNumber } from '../format/numbers';
import { t, tCode, type TextKey } from '../i18n/text';
import { toCsv } from '../scorecard/csv';
import { download } from '../scorecard/download';
import { lang } from '../state/model';
import { PlaceSketch } from './PlaceSketch';
import { placeFile, placePreview } from './placeState';

const MAX_SHOWN = 50;

/** What became of a map file of places, or would. */
export function PlaceResult({ answer }: { readonly answer: PlaceImport }): VNode {
  const number = (value: number): string => formatNumber(value, 0, lang.value);
  const counts = { added: number(answer.added), changed: number(answer.changed), unchanged: number(answer.unchanged) };
  return (
    <div class="import-result place-result" role="status">
      <p>
        <strong>
          {tCode('collection', answer.layer)}: {t(answer.isDryRun ? 'placeFile.would' : 'placeFile.done', counts)}
        </strong>
        {answer.ended > 0 ? ` ${t('placeFile.ended', { count: number(answer.ended) })}` : null}
      </p>
      {answer.repairsTotal > 0 ? (
        <ul>
          {answer.repairs.slice(0, MAX_SHOWN).map((repair, place) => (
            <li key={place}>
              {t('mapFile.feature')} {repair.feature}: {t(`repair.${repair.kind}` as TextKey)}
            </li>
          ))}
        </ul>
      ) : null}
      {placePreview.value ? <PlaceSketch features={placePreview.value.features} /> : null}
      {answer.isDryRun ? null : (
        <Link change={{ view: 'map', layers: answer.layer }}>{t('placeFile.see')}</Link>
      )}
    </div>
  );
}

/** The features that are left out, each with every reason, to look at and to take along. */
export function LeftOut({ rejected }: { readonly rejected: readonly UnmatchedFeature[] }): VNode {
  const title = t('placeFile.left', { count: formatNumber(rejected.length, 0, lang.value) });
  return (
    <div class="import-result place-left">
      <p>{title}</p>
      <button type="button" onClick={() => save(rejected)}>
        {t('placeFile.saveLeft')}
      </button>
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('mapFile.feature')}</th>
              <th scope="col">{t('placeFile.called')}</th>
              <th scope="col">{t('exchange.why')}</th>
              <th scope="col">{t('exchange.what')}</th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, MAX_SHOWN).map((one, place) => (
              <tr key={place}>
                <td class="number">{one.feature}</td>
                <td>{one.title}</td>
                <td>{one.detail}</td>
                <td>{one.hint}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function save(rejected: readonly UnmatchedFeature[]): void {
  const name = (placeFile.peek()?.name ?? 'places').replace(/\.[^.]*$/, '');
  const rows = rejected.map((one) => [one.feature, one.line, one.title, one.code, one.detail, one.hint]);
  download(
    `${name}-rejected.csv`,
    toCsv([['feature', 'line', 'title', 'code', 'detail', 'hint'], ...rows], lang.peek() === 'vi' ? ',' : '.'),
    'text/csv;charset=utf-8',
  );
}
