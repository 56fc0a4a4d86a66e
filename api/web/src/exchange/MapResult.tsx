import type { ComponentChildren, VNode } from 'preact';
import type { BoundaryImport } from '../api/types';
import { formatNumber } from '../format/numbers';
import { t, type TextKey } from '../i18n/text';
import { lang } from '../state/model';

const MAX_SHOWN = 50;

/** An area that is this much off the published one is shown. */
const NOTABLE = 0.02;

/** What became of a map file, or would. */
export function MapResult({ answer }: { readonly answer: BoundaryImport }): VNode {
  const number = (value: number, decimals = 0): string => formatNumber(value, decimals, lang.value);
  const notable = answer.units.filter(
    (unit) =>
      unit.areaPublished !== null &&
      unit.areaPublished > 0 &&
      unit.areaAfter !== null &&
      Math.abs(unit.areaAfter / unit.areaPublished - 1) > NOTABLE,
  );
  return (
    <div class="import-result map-result" role="status">
      <p>
        <strong>
          {t(answer.isDryRun ? 'mapFile.would' : 'mapFile.done', {
            matched: number(answer.matched),
            features: number(answer.features),
            day: answer.validFrom,
          })}
        </strong>
      </p>
      {answer.unmatchedTotal > 0 ? (
        <Part
          title={t('mapFile.left', { count: number(answer.unmatchedTotal) })}
          columns={[t('mapFile.feature'), t('mapFile.unit'), t('exchange.why'), t('exchange.what')]}>
          {answer.unmatched.slice(0, MAX_SHOWN).map((one) => (
            <tr key={one.feature}>
              <td class="number">{one.feature}</td>
              <td>{one.title}</td>
              <td>{one.detail}</td>
              <td>{one.hint}</td>
            </tr>
          ))}
        </Part>
      ) : null}
      {answer.missing.length > 0 ? (
        <>
          <p>{t('mapFile.missing', { count: number(answer.missing.length) })}</p>
          <ul>
            {answer.missing.slice(0, MAX_SHOWN).map((unit) => (
              <li key={unit.code}>
                {unit.nameVi} ({unit.code}): {t(unit.keepsShape ? 'mapFile.keeps' : 'mapFile.bare')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {answer.repairs.length > 0 ? (
        <Part
          title={t('mapFile.repairs')}
          columns={[t('mapFile.kind'), t('mapFile.unit'), t('mapFile.times'), t('mapFile.ground')]}>
          {answer.repairs.slice(0, MAX_SHOWN).map((repair, place) => (
            <tr key={place}>
              <td>{t(`repair.${repair.kind}` as TextKey)}</td>
              <td>{repair.units.join(', ')}</td>
              <td class="number">{number(repair.count)}</td>
              <td class="number">{number(repair.areaSquareMeters)}</td>
            </tr>
          ))}
        </Part>
      ) : null}
      {notable.length > 0 ? (
        <Part
          title={t('mapFile.areas')}
          columns={[t('mapFile.unit'), t('mapFile.after'), t('mapFile.published')]}>
          {notable.slice(0, MAX_SHOWN).map((unit) => (
            <tr key={unit.code}>
              <td>
                {unit.nameVi} ({unit.code})
              </td>
              <td class="number">{number(unit.areaAfter ?? 0, 2)}</td>
              <td class="number">{number(unit.areaPublished ?? 0, 2)}</td>
            </tr>
          ))}
        </Part>
      ) : null}
    </div>
  );
}

function Part({
  title,
  columns,
  children,
}: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}): VNode {
  return (
    <>
      <p>{title}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </>
  );
}
