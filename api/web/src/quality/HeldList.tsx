import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Held, Unit } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { formatInstant } from '../format/instants';
import { formatAmount } from '../format/numbers';
import { formatPeriodShort } from '../format/periods';
import { t, type TextKey } from '../i18n/text';
import { lang } from '../state/model';
import { address, go } from '../state/navigation';
import { HeldDialog } from './HeldDialog';
import { countHeld, readHeldStates, type HeldState } from './quality';
import { heldOf, renewQuality } from './resources';

/** Rows shown before somebody asks for more. */
const STEP = 50;

/** What waits for a decision, and what was decided. */
export function HeldList({ unit }: { readonly unit: Unit }): VNode {
  const shown = useSignal(STEP);
  const open = useSignal<Held | null>(null);
  const loaded = heldOf(unit.code).value;
  const states = readHeldStates(address.value.stands);
  const items = loaded.value ?? [];
  const rows = items.filter((item) => states.includes(item.state));
  const toggle = (state: HeldState): void => {
    const next = states.includes(state) ? states.filter((other) => other !== state) : [...states, state];
    go({ stands: next.join(' ') || 'none' });
  };
  return (
    <section class="quality-held" aria-label={t('quality.held')}>
      <h2>{t('quality.held')}</h2>
      <div class="status-filter" role="group" aria-label={t('quality.filter')}>
        {countHeld(items).map(({ state, count }) => (
          <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
            {t(`heldstate.${state}` as TextKey)} <b>{count}</b>
          </button>
        ))}
      </div>
      {loaded.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={renewQuality} /> : null}
      {loaded.value && rows.length === 0 ? <p class="empty">{t('quality.noneHeld')}</p> : null}
      {rows.slice(0, shown.value).map((held) => (
        <Row
          key={held.id}
          held={held}
          onDecide={() => {
            open.value = held;
          }}
        />
      ))}
      {rows.length > shown.value ? (
        <button
          type="button"
          onClick={() => {
            shown.value += STEP;
          }}>
          {t('quality.more', { count: rows.length - shown.value })}
        </button>
      ) : null}
      {open.value ? (
        <HeldDialog
          held={open.value}
          onClose={() => {
            open.value = null;
          }}
        />
      ) : null}
    </section>
  );
}

/** A number, and what it is divided by, as they were sent. */
export function numbersOf({ value, denominator }: Pick<Held, 'value' | 'denominator'>): string {
  const number = formatAmount(value, lang.value);
  return denominator === null ? number : `${number} / ${formatAmount(denominator, lang.value)}`;
}

function Row({ held, onDecide }: { readonly held: Held; readonly onDecide: () => void }): VNode {
  const isVietnamese = lang.value === 'vi';
  const { decision } = held;
  return (
    <article class="held" data-held={held.id}>
      <h3>
        {isVietnamese ? held.unitNameVi : held.unitNameEn}: {numbersOf(held)}{' '}
        <small>{formatPeriodShort(held.period, lang.value)}</small>
      </h3>
      <p>{isVietnamese ? held.indicatorNameVi : held.indicatorNameEn}</p>
      <p>
        {isVietnamese ? held.ruleNameVi : held.ruleNameEn}. {isVietnamese ? held.detailVi : held.detailEn}
      </p>
      <p class="hint">
        {t('quality.sent', {
          who: held.reporter,
          time: formatInstant(held.recordedAt, lang.value),
          row: held.sequence,
        })}
      </p>
      {decision ? (
        <p>
          {t('quality.decided', {
            what: t(`heldstate.${held.state}` as TextKey),
            who: decision.by,
            time: formatInstant(decision.at, lang.value),
            why: decision.comment,
          })}
        </p>
      ) : (
        <button type="button" onClick={onDecide}>
          {t('quality.decide')}
        </button>
      )}
    </article>
  );
}
