import type { VNode } from 'preact';
import type { Indicator, Rollup, Unit } from '../api/types';
import { formatBare, formatFigure } from '../format/figures';
import { formatInstant } from '../format/instants';
import { formatAmount, NO_NUMBER } from '../format/numbers';
import { nameOf, t, tCode, type TextKey } from '../i18n/text';
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
  if (children.length === 0 || ![...byUnit.keys()].some((code) => children.some((child) => child.code === code))) {
    return <p class="hint">{t('why.reportsItself')}</p>;
  }
  const isRatio = what.denominator !== null;
  const hasCoverage = items.some((item) => item.coverage.expected > 1);
  const ordered = [...children].sort(
    (a, b) => (byUnit.get(b.code)?.value ?? -Infinity) - (byUnit.get(a.code)?.value ?? -Infinity),
  );
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t('why.children')}>
      <table>
        <caption class="for-readers">{t('why.children')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            {isRatio ? (
              <th scope="col" class="number">
                {t('why.numerator')}
              </th>
            ) : null}
            {isRatio ? (
              <th scope="col" class="number">
                {t('why.denominator')}
              </th>
            ) : null}
            <th scope="col" class="number">
              {t('table.value')}
            </th>
            {hasCoverage ? (
              <th scope="col" class="number">
                {t('table.coverage')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {ordered.map((child) => {
            const item = byUnit.get(child.code);
            return (
              <tr key={child.code}>
                <th scope="row">
                  <button type="button" class="quiet" onClick={() => show(child.code)}>
                    {nameOf(child)}
                  </button>
                </th>
                {isRatio ? <td class="number">{formatAmount(item?.numerator, lang.value)}</td> : null}
                {isRatio ? <td class="number">{formatAmount(item?.denominator, lang.value)}</td> : null}
                <td class="number">{formatBare(item?.value, what, lang.value, words)}</td>
                {hasCoverage ? (
                  <td class="number">{item ? `${item.coverage.reported}/${item.coverage.expected}` : NO_NUMBER}</td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
