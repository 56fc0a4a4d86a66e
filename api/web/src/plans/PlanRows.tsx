import type { VNode } from 'preact';
import type { PlanRow, RejectedPlanRow } from '../api/types';
import { Combobox, type Choice } from '../controls/Combobox';
import { formatDay } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { fold } from '../search/match';
import { indicators, lang } from '../state/model';
import { chooseIndicator } from './state';
import { troubleOf, writeGoal } from './words';

const MAX_CHOICES = 12;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The rows of the table: what each asks for, what measures it, what becomes of it, and why not. */
export function PlanRows({
  rows,
  rejected,
  canChoose,
}: {
  readonly rows: readonly PlanRow[];
  readonly rejected: readonly RejectedPlanRow[];
  readonly canChoose: boolean;
}): VNode {
  return (
    <div class="scroll plan-rows" tabIndex={0} role="region" aria-label={t('plans.rows')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('exchange.line')}</th>
            <th scope="col">{t('plans.target')}</th>
            <th scope="col">{t('plans.measuredBy')}</th>
            <th scope="col">{t('plans.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} data-target={row.id} class={row.change === 'refused' ? 'is-refused' : undefined}>
              <td class="number">{row.line}</td>
              <td>
                <b>{nameOf(row)}</b>
                <small>{[row.id, writeGoal(row.goal, lang.value), tiersOf(row), dueOf(row)].filter(Boolean).join(' · ')}</small>
              </td>
              <td>
                <Measure row={row} canChoose={canChoose} />
              </td>
              <td>
                <span class={`plan-change change-${row.change}`}>{t(`planrow.${row.change as 'added'}`)}</span>
                {rejected
                  .filter((one) => one.line === row.line)
                  .map((one) => (
                    <p key={one.code + one.detail}>
                      {problemOf(row, one)}
                    </p>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tiersOf(row: PlanRow): string {
  return row.tiers
    .split(';')
    .map((tier) => tCode('tier', tier))
    .join(', ');
}

function dueOf(row: PlanRow): string {
  if (row.dueDate === null) {
    return '';
  }
  return t('target.by', { day: DAY.test(row.dueDate) ? formatDay(row.dueDate, lang.value) : row.dueDate });
}

/** The kind of trouble in the reader's language, then what the API found. */
function problemOf(row: PlanRow, one: RejectedPlanRow): VNode {
  const trouble = troubleOf(row, one);
  if (trouble !== null) {
    return <>{t(`plantrouble.${trouble}`, { text: row.dueDate ?? '' })}</>;
  }
  const known = tCode('problem', one.code);
  return (
    <>
      {known === one.code ? one.detail : `${known}: ${one.detail}`} <small>{one.hint}</small>
    </>
  );
}

function Measure({ row, canChoose }: { readonly row: PlanRow; readonly canChoose: boolean }): VNode {
  const all = indicators.value.value ?? [];
  const found = all.find(({ code }) => code === row.indicator);
  const how = row.match === null ? '' : t(`planmatch.${row.match as 'code'}`);
  if (!canChoose) {
    return <span>{found ? nameOf(found) : (row.indicator ?? '–')}</span>;
  }
  const choicesFor = (text: string): readonly Choice[] => {
    const wish = fold(text);
    const fitting =
      wish === ''
        ? [...row.suggestions.flatMap((code) => all.filter((one) => one.code === code)), ...all]
        : all.filter((one) => fold(`${one.code} ${one.nameVi} ${one.nameEn}`).includes(wish));
    return [...new Set(fitting)]
      .slice(0, MAX_CHOICES)
      .map((one) => ({ id: one.code, title: nameOf(one), detail: one.code }));
  };
  return (
    <>
      <Combobox
        id={`measure-${row.line}`}
        label={t('plans.measureOf', { target: row.id })}
        placeholder={t('plans.noIndicator')}
        current={found ? nameOf(found) : (row.indicator ?? '')}
        currentId={row.indicator ?? ''}
        choicesFor={choicesFor}
        emptyText={t('plans.noSuch')}
        onPick={(code) => void chooseIndicator(row.id, code)}
      />
      <small>{how}</small>
    </>
  );
}
