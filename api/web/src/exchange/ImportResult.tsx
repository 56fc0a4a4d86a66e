import type { VNode } from 'preact';
import { asProblem } from '../api/problem';
import type { ImportAnswer } from '../api/types';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { downloadBlob } from '../scorecard/download';
import { lang } from '../state/model';
import { refusedRows } from './calls';
import { file, mapping, problem } from './state';

const MAX_SHOWN = 50;

/** What became of the table, or would, with what to mend. */
export function ImportResult({ answer }: { readonly answer: ImportAnswer }): VNode {
  const count = (value: number): string => formatNumber(value, 0, lang.value);
  return (
    <div class="import-result" role="status">
      <p>
        <strong>
          {answer.isDryRun
            ? t('exchange.wouldAccept', { count: count(answer.accepted) })
            : t('exchange.accepted', { count: count(answer.accepted) })}
        </strong>{' '}
        {t('exchange.rejected', { count: count(answer.rejectedTotal) })}
      </p>
      {answer.heldTotal > 0 ? (
        <>
          <p>{t('exchange.held', { count: count(answer.heldTotal) })}</p>
          <ul>
            {answer.held.slice(0, MAX_SHOWN).map((row, place) => (
              <li key={place}>
                {t('exchange.line')} {row.line}: {row.detail}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {answer.rejectedTotal > 0 ? (
        <>
          <button type="button" onClick={() => void save()}>
            {t('exchange.saveRejected')}
          </button>
          <div class="scroll" tabIndex={0} role="region" aria-label={t('exchange.rejectedLines')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('exchange.line')}</th>
                  <th scope="col">{t('exchange.why')}</th>
                  <th scope="col">{t('exchange.what')}</th>
                </tr>
              </thead>
              <tbody>
                {answer.rejected.slice(0, MAX_SHOWN).map((row, place) => (
                  <tr key={place}>
                    <td class="number">{row.line}</td>
                    <td>{row.detail}</td>
                    <td>{row.hint}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
    </div>
  );
}

async function save(): Promise<void> {
  const [chosen, how] = [file.value, mapping()];
  if (!chosen || !how) {
    return;
  }
  try {
    const name = chosen.name.replace(/\.[^.]*$/, '');
    downloadBlob(`${name}-rejected.xlsx`, await refusedRows(chosen, how, lang.value));
  } catch (reason) {
    problem.value = asProblem(reason);
  }
}
