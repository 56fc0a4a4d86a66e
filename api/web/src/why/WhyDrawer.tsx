import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Indicator, Unit } from '../api/types';
import { Icon } from '../controls/Icon';
import { ProblemNote } from '../controls/ProblemNote';
import { formatDay, formatPeriod } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { cache, explanationOf, indicators, keys, lang, territory } from '../state/model';
import { address, go } from '../state/navigation';
import { hrefOf, type Question } from './question';
import { WhyTree } from './WhyTree';
import '../styles/why.css';

/** Why a figure is what it is: over whatever view it was asked in. Escape closes it. */
export default function WhyDrawer(): VNode | null {
  const question = address.value.why;
  return question ? <Drawer key={`${question.unit} ${question.indicator}`} question={question} /> : null;
}

function Drawer({ question }: { readonly question: Question }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const loaded = explanationOf(hrefOf(question)).value;
  const what = indicators.value.value?.find(({ code }) => code === question.indicator) ?? null;
  const unit = loaded.value ?? territory.value?.find(question.unit) ?? null;
  return (
    <dialog
      ref={dialog}
      class="why-drawer"
      aria-labelledby="why-title"
      onClose={() => go({ why: null })}
      onClick={(event) => {
        // A click beside the drawer is one on the dialog itself: its content covers the rest.
        if (event.target === dialog.current) {
          dialog.current?.close();
        }
      }}>
      <div class="why-content" aria-busy={loaded.state === 'loading'}>
        <Head question={question} what={what} unit={unit} onClose={() => dialog.current?.close()} />
        {loaded.state === 'failed' ? (
          <ProblemNote
            problem={loaded.problem}
            onRetry={() => cache.renew((key) => key === keys.explanation(hrefOf(question)))}
          />
        ) : null}
        {loaded.value ? <WhyTree root={loaded.value} /> : null}
        {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
      </div>
    </dialog>
  );
}

function Head({
  question,
  what,
  unit,
  onClose,
}: {
  readonly question: Question;
  readonly what: Indicator | null;
  readonly unit: Pick<Unit, 'nameVi' | 'nameEn'> | null;
  readonly onClose: () => void;
}): VNode {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <header class="why-head">
      <div>
        <h2 id="why-title">{t('why.title', { what: what ? nameOf(what) : question.indicator })}</h2>
        <p class="hint">
          {[
            unit ? nameOf(unit) : question.unit,
            formatPeriod(question.period, lang.value),
            question.on ? t('rebasing.on', { day: formatDay(question.on, lang.value) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <label class="why-as-of">
        <span>{t('why.asOf')}</span>
        <input
          type="date"
          max={today}
          value={question.asOf ?? ''}
          onChange={(event) => {
            const day = event.currentTarget.value;
            go({ why: { ...question, asOf: day === '' || day >= today ? null : day } }, 'replace');
          }}
        />
      </label>
      <button type="button" class="quiet" title={t('action.close')} aria-label={t('action.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </header>
  );
}
