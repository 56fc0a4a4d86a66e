import type { VNode } from 'preact';
import type { Indicator, Rollup, Unit } from '../api/types';
import { formatBare, formatCoverage, formatFigure } from '../format/figures';
import { formatInstant } from '../format/instants';
import { formatAmount } from '../format/numbers';
import { nameOf, t, tCode, type TextKey } from '../i18n/text';
import { haveCoverage, sortUnits } from '../map/unitRows';
import { show } from '../state/drill';
import { city, lang, period, rollupsOf, territory } from '../state/model';

const words = (code: string): string => tCode('unit', code);

/** The arithmetic behind a figure, and the figures below it that it was made from. */
export function Why({
  unit,
  what,
  rollup,
}: {
  readonly unit: Unit;
  readonly what: Indicator;
  readonly rollup: Rollup;
}): VNode {
  const reasons = rollup.targets
    .map((target) => (lang.value === 'vi' ? target.reasonVi : target.reasonEn))
    .filter(Boolean);
  return (
    <div class="why-body">
      <p class="arithmetic">{arithmeticOf(what, rollup)}</p>
      <p class="hint">{t(`why.${what.aggregation}` as TextKey)}</p>
      {reasons.map((reason) => (
        <p key={reason} class="reason">
          {reason}
        </p>
      ))}
      <Children unit={unit} what={what} />
      <p class="hint">
        {t('why.version', { version: rollup.version })}
        {rollup.oldestResultTime
          ? ` · ${t('why.oldest', { instant: formatInstant(rollup.oldestResultTime, lang.value) })}`
          : ''}
      </p>
    </div>
  );
}

function arithmeticOf(what: Indicator, rollup: Rollup): string {
  const value = formatFigure(rollup.value, what, lang.value, words);
  if (rollup.numerator === null || rollup.denominator === null) {
    return value;
  }
  const factor = what.scale === 1 ? '' : ` × ${formatAmount(what.scale, lang.value)}`;
  const [numerator, denominator] = [rollup.numerator, rollup.denominator].map((part) => formatAmount(part, lang.value));
  return `${numerator} ÷ ${denominator}${factor} = ${value}`;
}

/** The units below that a figure rolls up from; a unit that reports itself has none. */
function Children({ unit, what }: { readonly unit: Unit; readonly what: Indicator }): VNode {
  const children = territory.value?.children(unit.code) ?? [];
  const [root, tier, when] = [city.value.value?.rootUnit, children[0]?.level, period.value];
  const items = root && tier && when ? (rollupsOf(root, tier, what.code, when).value.value ?? []) : [];
  const byUnit = new Map(items.map((item) => [item.unit, item]));
  const rows = children.map((child) => ({ unit: child, rollup: byUnit.get(child.code) }));
  if (!rows.some(({ rollup }) => rollup)) {
    return <p class="hint">{t('why.reportsItself')}</p>;
  }
  const columns = columnsOf(what, haveCoverage(rows));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t('why.children')}>
      <table>
        <caption class="for-readers">{t('why.children')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            {columns.map(({ key }) => (
              <th key={key} scope="col" class="number">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sortUnits(rows, { column: 'value', isDown: true }).map(({ unit: child, rollup }) => (
            <tr key={child.code}>
              <th scope="row">
                <button type="button" class="quiet" onClick={() => show(child.code)}>
                  {nameOf(child)}
                </button>
              </th>
              {columns.map(({ key, write }) => (
                <td key={key} class="number">
                  {write(rollup)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Column {
  readonly key: TextKey;
  readonly write: (rollup: Rollup | undefined) => string;
}

function columnsOf(what: Indicator, hasCoverage: boolean): readonly Column[] {
  const ratio: readonly Column[] = [
    { key: 'why.numerator', write: (rollup) => formatAmount(rollup?.numerator, lang.value) },
    { key: 'why.denominator', write: (rollup) => formatAmount(rollup?.denominator, lang.value) },
  ];
  const value: Column = { key: 'table.value', write: (rollup) => formatBare(rollup?.value, what, lang.value, words) };
  const coverage: Column = { key: 'table.coverage', write: (rollup) => formatCoverage(rollup?.coverage) };
  return [...(what.denominator === null ? [] : ratio), value, ...(hasCoverage ? [coverage] : [])];
}
