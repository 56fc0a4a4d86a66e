import type { VNode } from 'preact';
import { Drawer } from '../controls/Drawer';
import { ProblemNote } from '../controls/ProblemNote';
import { formatDay, formatPeriod } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { cache, explanationOf, indicators, keys, lang, territory } from '../state/model';
import { address, go } from '../state/navigation';
import { hrefOf, type Question } from './question';
import { WhyTree } from './WhyTree';
import '../styles/why.css';

/** Why a figure is what it is: over whatever view it was asked in. */
export default function WhyDrawer(): VNode | null {
  const question = address.value.why;
  return question ? <Asked key={`${question.unit} ${question.indicator}`} question={question} /> : null;
}

function Asked({ question }: { readonly question: Question }): VNode {
  const href = hrefOf(question);
  const loaded = explanationOf(href).value;
  const what = indicators.value.value?.find(({ code }) => code === question.indicator) ?? null;
  const unit = loaded.value ?? territory.value?.find(question.unit) ?? null;
  const facts = [
    unit ? nameOf(unit) : question.unit,
    formatPeriod(question.period, lang.value),
    question.on ? t('rebasing.on', { day: formatDay(question.on, lang.value) }) : null,
  ];
  return (
    <Drawer
      id="why"
      title={t('why.title', { what: what ? nameOf(what) : question.indicator })}
      subtitle={facts.filter(Boolean).join(' · ')}
      isBusy={loaded.state === 'loading'}
      tools={<AsOf question={question} />}
      onClose={() => go({ why: null })}>
      {loaded.state === 'failed' ? (
        <ProblemNote problem={loaded.problem} onRetry={() => cache.renew((key) => key === keys.explanation(href))} />
      ) : null}
      {loaded.value ? <WhyTree root={loaded.value} /> : null}
      {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
    </Drawer>
  );
}

/** The day at whose end the figure is shown as it was known; today is as it is known now. */
function AsOf({ question }: { readonly question: Question }): VNode {
  const today = new Date().toISOString().slice(0, 10);
  return (
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
  );
}
