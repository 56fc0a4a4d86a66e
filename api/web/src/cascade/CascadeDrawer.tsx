import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import type { Cascade, Indicator, Level, Target } from '../api/types';
import { Drawer } from '../controls/Drawer';
import { ProblemNote } from '../controls/ProblemNote';
import { formatTarget } from '../format/figures';
import { formatDay } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { renewCity } from '../live/city';
import { cache, indicators, keys, lang, levels, sharesOf, targetOf } from '../state/model';
import { address, go } from '../state/navigation';
import { CascadeShares } from './CascadeShares';
import { CascadeSignature } from './CascadeSignature';
import { METHODS, requestOf, START_FORM, WEIGHTS, type CascadeForm } from './request';
import '../styles/cascade.css';

/** While somebody types, the shares are not asked for at every key. */
const PAUSE_MILLISECONDS = 250;

/** Gives a target to the units below: how it would be divided, by which rule or by hand, and then for good. */
export default function CascadeDrawer(): VNode | null {
  const id = address.value.divide;
  return id ? <OfTarget key={id} id={id} /> : null;
}

function OfTarget({ id }: { readonly id: string }): VNode {
  const loaded = targetOf(id).value;
  const target = loaded.value;
  const what = indicators.value.value?.find(({ code }) => code === target?.indicator) ?? null;
  return (
    <Drawer
      id="cascade"
      title={t('cascade.title')}
      subtitle={target ? `${nameOf(target)} · ${goalOf(target, what)}` : id}
      isBusy={loaded.state === 'loading'}
      onClose={() => go({ divide: null })}>
      {loaded.state === 'failed' ? (
        <ProblemNote problem={loaded.problem} onRetry={() => cache.renew((key) => key === keys.target(id))} />
      ) : null}
      {target && what ? <Divide target={target} what={what} /> : null}
    </Drawer>
  );
}

function goalOf(target: Target, what: Indicator | null): string {
  const shown = what ?? { unitOfMeasure: target.unitOfMeasure ?? '', decimals: 1 };
  const value = formatTarget(target, shown, lang.value, (code) => tCode('unit', code));
  return target.dueDate ? `${value}, ${t('target.by', { day: formatDay(target.dueDate, lang.value) })}` : value;
}

function Divide({ target, what }: { readonly target: Target; readonly what: Indicator }): VNode {
  const form = useSignal<CascadeForm>(START_FORM);
  const shown = useSignal<Cascade | null>(null);
  const problem = useSignal<Problem | null>(null);
  const given = useSignal(false);
  const request = JSON.stringify(requestOf(form.value));
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.divide(target.id, JSON.parse(request) as ReturnType<typeof requestOf>).then(
        (answer) => {
          if (isCurrent) {
            [shown.value, problem.value] = [answer, null];
          }
        },
        (reason: unknown) => {
          if (isCurrent) {
            problem.value = asProblem(reason);
          }
        },
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [target.id, request]);
  const change = (part: Partial<CascadeForm>): void => {
    given.value = false;
    form.value = { ...form.value, ...part };
  };
  const after = (isGiven: boolean): void => {
    given.value = isGiven;
    renewCity();
  };
  const standing = sharesOf(target.id).value.value ?? [];
  return (
    <div class="cascade">
      <Rule form={form.value} onChange={change} />
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
      {shown.value ? (
        <CascadeShares
          cascade={shown.value}
          what={what}
          form={form.value}
          onType={(unit, text) => change({ typed: { ...form.value.typed, [unit]: text } })}
        />
      ) : null}
      <CascadeSignature
        target={target}
        form={form.value}
        cascade={problem.value === null ? shown.value : null}
        standing={standing.length}
        isGiven={given.value}
        onDone={after}
      />
    </div>
  );
}

/** By which rule, and down to which level. */
function Rule({
  form,
  onChange,
}: {
  readonly form: CascadeForm;
  readonly onChange: (part: Partial<CascadeForm>) => void;
}): VNode {
  return (
    <div class="cascade-rule">
      <fieldset class="segments">
        <legend>{t('cascade.method')}</legend>
        <div>
          {METHODS.map((method) => (
            <button
              key={method}
              type="button"
              aria-pressed={form.method === method}
              title={t(`methodhint.${method}`)}
              onClick={() => onChange({ method })}>
              {t(`cascademethod.${method}`)}
            </button>
          ))}
        </div>
      </fieldset>
      {form.method === 'weighted' ? (
        <label>
          <span>{t('cascade.weight')}</span>
          <select value={form.weight} onChange={(event) => onChange({ weight: event.currentTarget.value })}>
            {WEIGHTS.map((weight) => (
              <option key={weight} value={weight}>
                {t(`method.${weight}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        <span>{t('cascade.level')}</span>
        <select
          value={form.level ?? ''}
          onChange={(event) => onChange({ level: (event.currentTarget.value || null) as Level | null, typed: {} })}>
          <option value="">{t('cascade.directly')}</option>
          {levels.value.map((level) => (
            <option key={level} value={level}>
              {tCode('level', level)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{t(`methodhint.${form.method}`)}</p>
    </div>
  );
}
