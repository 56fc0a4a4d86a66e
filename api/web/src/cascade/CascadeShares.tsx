import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Cascade, Indicator } from '../api/types';
import { formatBare, formatFigure, formatGap } from '../format/figures';
import { formatAmount } from '../format/numbers';
import { formatDay, formatPeriod } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { lang, unitsOn } from '../state/model';
import { readNumber, type CascadeForm } from './request';

type Node = Cascade['nodes'][number];
const words = (code: string): string => tCode('unit', code);

/** What each unit gets, what it stands at, and what the parts come to beside the whole. A share can be typed over. */
export function CascadeShares({
  cascade,
  what,
  form,
  onType,
}: {
  readonly cascade: Cascade;
  readonly what: Indicator;
  readonly form: CascadeForm;
  readonly onType: (unit: string, text: string) => void;
}): VNode {
  const chosen = useSignal<string | null>(null);
  const units = unitsOn(cascade.date);
  const nameOfUnit = (code: string): string => {
    const unit = units.get(code);
    return unit ? nameOf(unit) : code;
  };
  const node = cascade.nodes.find(({ upper }) => upper === chosen.value) ?? cascade.nodes[0];
  return (
    <>
      <p class="hint">
        {t('cascade.basis', {
          day: formatDay(cascade.date, lang.value),
          period: formatPeriod(cascade.period, lang.value),
        })}
      </p>
      {cascade.nodes.length > 1 ? (
        <label class="cascade-node">
          <span>{t('cascade.whose')}</span>
          <select
            value={node?.upper ?? ''}
            onChange={(event) => {
              chosen.value = event.currentTarget.value;
            }}>
            {cascade.nodes.map(({ upper, fallsShort }) => (
              <option key={upper} value={upper}>
                {nameOfUnit(upper)}
                {fallsShort ? ` – ${t('cascade.short')}` : ''}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {node ? <Sums node={node} what={what} /> : null}
      {node ? (
        <div class="scroll cascade-scroll" tabIndex={0} role="region" aria-label={t('cascade.shares')}>
          <table class="score-table cascade-table">
            <thead>
              <tr>
                <th scope="col">{t('table.unit')}</th>
                <th scope="col" class="number">
                  {t('cascade.baseline')}
                </th>
                <th scope="col" class="number">
                  {t('cascade.share')}
                </th>
                <th scope="col" class="number">
                  {t('cascade.effort')}
                </th>
                {what.denominator ? (
                  <th scope="col" class="number">
                    {nameOf(what.denominator)}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {node.shares.map((share) => (
                <tr key={share.unit} data-unit={share.unit}>
                  <th scope="row">{nameOfUnit(share.unit)}</th>
                  <td class="number">{formatBare(share.baseline, what, lang.value, words)}</td>
                  <td class="number">
                    <ShareInput
                      name={nameOfUnit(share.unit)}
                      value={formatBare(share.value, what, lang.value, words)}
                      typed={form.typed[share.unit] ?? ''}
                      onType={(text) => onType(share.unit, text)}
                    />
                    {share.isAtLimit ? <small>{t('cascade.atLimit')}</small> : null}
                  </td>
                  <td class="number">
                    {formatGap(share.baseline === null ? null : share.value - share.baseline, what, lang.value)}
                  </td>
                  {what.denominator ? <td class="number">{formatAmount(share.mass, lang.value)}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}

/** Whole, parts and difference, always in sight. */
function Sums({ node, what }: { readonly node: Node; readonly what: Indicator }): VNode {
  const exact = { ...what, decimals: what.decimals + 1 };
  return (
    <dl class={node.fallsShort ? 'cascade-sums is-short' : 'cascade-sums'} aria-live="polite">
      <div>
        <dt>{t('cascade.whole')}</dt>
        <dd>{formatFigure(node.goal, what, lang.value, words)}</dd>
      </div>
      <div>
        <dt>{t('cascade.together')}</dt>
        <dd>{formatFigure(node.combined, exact, lang.value, words)}</dd>
      </div>
      <div>
        <dt>{t('compare.difference')}</dt>
        <dd>
          {formatGap(node.difference, exact, lang.value)}
          {node.fallsShort ? <small>{t('cascade.short')}</small> : null}
        </dd>
      </div>
    </dl>
  );
}

/** Empty it shows what the rule gives; what is typed goes before the rule. */
function ShareInput({
  name,
  value,
  typed,
  onType,
}: {
  readonly name: string;
  readonly value: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
}): VNode {
  return (
    <input
      type="text"
      inputMode="decimal"
      value={typed}
      placeholder={value}
      aria-label={t('cascade.shareOf', { name })}
      aria-invalid={typed.trim() !== '' && readNumber(typed) === null}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
