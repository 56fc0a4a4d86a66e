import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Explanation, Indicator } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { formatBare, formatCoverage, formatFigure } from '../format/figures';
import { formatAmount, NO_NUMBER } from '../format/numbers';
import { formatPeriod } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { explanationOf, indicators, lang } from '../state/model';
import { barOf, moveOf, rowsOf, selfOf, type WhyRow } from './tree';
import { WhyDetails } from './WhyDetails';

const words = (code: string): string => tCode('unit', code);

/** The figure at the top, and below it, one level after another, what it was made from. Each opens when asked. */
export function WhyTree({ root }: { readonly root: Explanation }): VNode {
  const tree = useRef<HTMLDivElement>(null);
  // The top is open from the start, so those are the keys that were turned over.
  const turned = useSignal<ReadonlySet<string>>(new Set());
  const topKey = rowsOf(root, () => false, never)[0]?.key ?? '';
  const active = useSignal(topKey);
  // The drawer opened before there was anything in it to take the focus.
  useEffect(() => tree.current?.querySelector<HTMLElement>('[role="treeitem"]')?.focus(), []);
  const isOpen = (key: string): boolean => turned.value.has(key) !== (key === topKey);
  const rows = rowsOf(root, isOpen, (node) => explanationOf(selfOf(node)).value);
  const turn = (key: string): void => {
    const next = new Set(turned.value);
    if (!next.delete(key)) {
      next.add(key);
    }
    turned.value = next;
  };
  const focus = (key: string): void => {
    active.value = key;
    const index = rows.findIndex((row) => row.key === key);
    const item = tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index];
    item?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Links and buttons inside a row keep their own keys.
    const isRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'treeitem';
    const move = isRow ? moveOf(event.key, rows, active.value) : null;
    if (move) {
      event.preventDefault();
      if (move.kind === 'go') {
        focus(move.key);
      } else {
        turn(move.key);
      }
    }
  };
  return (
    <>
      <Columns what={indicatorOf(root.figure.indicator)} />
      <div ref={tree} class="why-tree" role="tree" aria-label={t('why.tree')} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            bar={barOf(row, rows)}
            isActive={row.key === active.value || (rows.every(({ key }) => key !== active.value) && row === rows[0])}
            onTurn={() => {
              active.value = row.key;
              turn(row.key);
            }}
          />
        ))}
      </div>
    </>
  );
}

/** What stands in which column; each row says it to screen readers by itself. */
function Columns({ what }: { readonly what: Indicator | null }): VNode {
  const unit = what ? words(what.unitOfMeasure) : '';
  return (
    <div class="why-row why-columns" aria-hidden="true">
      <span />
      <span>{t('table.unit')}</span>
      <span>{what?.denominator ? t('why.working') : ''}</span>
      <span>{t('table.value')}</span>
      <span>{unit === '' ? t('why.brought') : `${t('why.brought')}, ${unit}`}</span>
      <span>{t('table.coverage')}</span>
    </div>
  );
}

/** With everything closed nothing is opened. */
function never(): never {
  throw new Error('Nothing is open.');
}

function indicatorOf(code: string): Indicator | null {
  return indicators.value.value?.find((candidate) => candidate.code === code) ?? null;
}

function Row({
  row,
  bar,
  isActive,
  onTurn,
}: {
  readonly row: WhyRow;
  readonly bar: number;
  readonly isActive: boolean;
  readonly onTurn: () => void;
}): VNode {
  const { node, level, isOpen, opened } = row;
  const what = indicatorOf(node.figure.indicator);
  const shown = what ?? { unitOfMeasure: '', decimals: 1 };
  const title = titleOf(node, row.upper, what);
  return (
    <div
      class="why-item"
      role="treeitem"
      aria-level={level}
      aria-expanded={isOpen}
      aria-setsize={row.count}
      aria-posinset={row.place}
      aria-label={`${title}: ${formatFigure(node.figure.value, shown, lang.value, words)}`}
      aria-busy={opened?.state === 'loading'}
      tabIndex={isActive ? 0 : -1}
      data-unit={node.figure.unit}
      style={{ '--level': level - 1 }}>
      <div class="why-row" onClick={onTurn}>
        <span class={isOpen ? 'twist is-open' : 'twist'} aria-hidden="true" />
        <span class="why-name">
          {title}
          {node.decides ? <small class="chip">{t('why.decides')}</small> : null}
          {node.share ? <small class="chip">{shareOf(node.share)}</small> : null}
          {node.figure.demo && !row.upper?.figure.demo ? <small class="chip">{t('badge.demoShort')}</small> : null}
        </span>
        <span class="why-working">{workingOf(node)}</span>
        <b class="why-value">
          {node.figure.value === null ? t('status.noData') : formatFigure(node.figure.value, shown, lang.value, words)}
        </b>
        <Brought row={row} bar={bar} />
        <span class="why-coverage" title={t('table.coverage')}>
          {formatCoverage(node.figure.coverage)}
        </span>
      </div>
      {opened?.state === 'failed' ? <ProblemNote problem={opened.problem} /> : null}
      {isOpen && opened?.value ? <WhyDetails node={node} what={what} /> : null}
      {isOpen && !opened?.value && opened?.state === 'loading' ? (
        <p class="hint why-details">{t('state.loading')}</p>
      ) : null}
    </div>
  );
}

/** What the figure brought to the one above, as a number and beside its siblings as a length. */
function Brought({ row, bar }: { readonly row: WhyRow; readonly bar: number }): VNode {
  const { contribution } = row.node;
  const above = row.upper ? indicatorOf(row.upper.figure.indicator) : null;
  if (contribution === null || !above) {
    return <span class="why-brought" />;
  }
  const exact = { ...above, decimals: above.decimals + 1 };
  return (
    <span class="why-brought" title={t('why.contribution')}>
      <span class="why-bar" aria-hidden="true">
        <span style={{ width: `${(bar * 100).toFixed(1)}%` }} />
      </span>
      {formatBare(contribution, exact, lang.value, words)}
    </span>
  );
}

/** A unit; or, where the figure above is of the same one, the part, indicator or period that is meant. */
function titleOf(node: Explanation, upper: Explanation | null, what: Indicator | null): string {
  const { figure } = node;
  if (figure.breakdown !== null) {
    return figure.breakdown.replaceAll(';', ' · ');
  }
  if (upper && upper.figure.unit === figure.unit && upper.figure.indicator !== figure.indicator) {
    return what ? nameOf(what) : figure.indicator;
  }
  return upper && upper.figure.period !== figure.period
    ? `${nameOf(node)}, ${formatPeriod(figure.period, lang.value)}`
    : nameOf(node);
}

function workingOf({ figure }: Explanation): string {
  if (figure.numerator === null || figure.denominator === null) {
    return '';
  }
  return `${formatAmount(figure.numerator, lang.value)} ÷ ${formatAmount(figure.denominator, lang.value)}`;
}

function shareOf({ share, method }: NonNullable<Explanation['share']>): string {
  return share >= 1
    ? t('why.wholly')
    : t('why.share', {
        share: formatFigure(share * 100, { unitOfMeasure: '%', decimals: 1 }, lang.value, words) || NO_NUMBER,
        method: t(`method.${method}`),
      });
}
