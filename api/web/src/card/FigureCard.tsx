import type { VNode } from 'preact';
import type { Indicator, Rollup, TargetOfFigure, Unit } from '../api/types';
import { RebasingNote } from '../boundaries/RebasingNote';
import { courseOf, horizonOf } from '../chart/trend';
import { TrendChart } from '../chart/TrendChart';
import { ProblemNote } from '../controls/ProblemNote';
import { formatFigure } from '../format/figures';
import { formatAge, formatInstant } from '../format/instants';
import { formatAmount, formatNumber, formatShare } from '../format/numbers';
import { formatPeriod, sameLength } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { cache, figure, forecastOf, indicator, keys, lang, on, period, seriesOf, targetOf } from '../state/model';
import { now } from '../state/ui';
import { go } from '../state/navigation';
import { TargetLine } from './TargetLine';

/** Keeps the height of the line while the figure is on its way. */
const NO_BREAK_SPACE = '\u00a0';
const words = (code: string): string => tCode('unit', code);

/** The one card for a figure, the same wherever a figure is opened. */
export function FigureCard({ unit }: { readonly unit: Unit }): VNode | null {
  const what = indicator.value;
  const when = period.value;
  const loaded = figure.value;
  if (!what || !when) {
    return null;
  }
  const rollup = loaded.value;
  return (
    <article class="figure-card" aria-busy={loaded.state === 'loading'}>
      <h3>{nameOf(what)}</h3>
      {loaded.state === 'failed' && !rollup ? (
        <ProblemNote
          problem={loaded.problem}
          onRetry={() => cache.renew((key) => key === keys.rollup(unit.code, what.code, when, on.value))}
        />
      ) : (
        <Figure rollup={rollup} what={what} when={when} />
      )}
      {rollup ? <Parts rollup={rollup} what={what} /> : null}
      {rollup ? <Coverage rollup={rollup} what={what} /> : null}
      {rollup?.rebasing ? <RebasingNote rebasing={rollup.rebasing} what={what} /> : null}
      {rollup?.targets.map((target) => (
        <TargetLine key={target.id} target={target} what={what} />
      ))}
      <Course unit={unit} what={what} when={when} targets={rollup?.targets ?? []} />
      {rollup ? (
        <button
          type="button"
          class="quiet why-open"
          onClick={() =>
            go({ why: { unit: unit.code, indicator: what.code, period: when, on: on.value, asOf: null } })
          }>
          {t('card.why')}
        </button>
      ) : null}
    </article>
  );
}

/** The figure over time, its targets as lines with the ways to them, and where it leads. */
function Course({
  unit,
  what,
  when,
  targets,
}: {
  readonly unit: Unit;
  readonly what: Indicator;
  readonly when: string;
  readonly targets: readonly TargetOfFigure[];
}): VNode {
  const series = seriesOf(unit.code, what.code).value.value ?? [];
  const alike = series.filter(({ period: other }) => sameLength(other, when));
  const horizon = horizonOf(
    targets.map(({ dueDate }) => dueDate),
    when,
  );
  const courses = targets.flatMap((target) => {
    const whole = target.dueDate ? targetOf(target.id).value.value : undefined;
    const course = whole ? courseOf(whole, alike[0] ?? null) : null;
    return course ? [course] : [];
  });
  return (
    <TrendChart
      what={what}
      series={series}
      period={when}
      targets={targets}
      courses={courses}
      forecast={horizon === null ? undefined : forecastOf(unit.code, what.code, when, horizon).value.value}
    />
  );
}

/** A figure without targets: its value, what it is made of, who reported, and how it was divided. */
export function PlainFigure({
  figure: rollup,
  what,
  when,
}: {
  readonly figure: Untargeted;
  readonly what: Indicator;
  readonly when: string;
}): VNode {
  return (
    <>
      <Figure rollup={rollup} what={what} when={when} />
      <Parts rollup={rollup} what={what} />
      <Coverage rollup={rollup} what={what} />
      {rollup.rebasing ? <RebasingNote rebasing={rollup.rebasing} what={what} /> : null}
    </>
  );
}

type Untargeted = Omit<Rollup, 'targets'>;

function Figure({
  rollup,
  what,
  when,
}: {
  readonly rollup: Untargeted | undefined;
  readonly what: Indicator;
  readonly when: string;
}): VNode {
  const value = rollup?.value ?? null;
  const empty = rollup ? t('status.noData') : NO_BREAK_SPACE;
  return (
    <p class="figure">
      <data class={value === null ? 'value is-empty' : 'value'} value={value ?? ''}>
        {value === null ? empty : formatFigure(value, what, lang.value, words)}
      </data>
      <span class="when">{formatPeriod(when, lang.value)}</span>
      {rollup?.demo ? (
        <span class="badge" title={t('badge.demoTitle')}>
          {t('badge.demoShort')}
        </span>
      ) : null}
    </p>
  );
}

/** Numerator and denominator: what a ratio is made of. */
function Parts({ rollup, what }: { readonly rollup: Untargeted; readonly what: Indicator }): VNode | null {
  if (rollup.numerator === null || what.denominator === null) {
    return null;
  }
  // What was divided among areas is no count of things any more; its decimals would say more than is known.
  const isDivided = (rollup.rebasing?.dividedSources ?? 0) > 0;
  const write = (value: number | null): string =>
    isDivided ? formatNumber(value, 0, lang.value) : formatAmount(value, lang.value);
  return (
    <dl class="parts">
      <div>
        <dt>{nameOf(what.numerator)}</dt>
        <dd>{write(rollup.numerator)}</dd>
      </div>
      <div>
        <dt>{nameOf(what.denominator)}</dt>
        <dd>{write(rollup.denominator)}</dd>
      </div>
    </dl>
  );
}

/** Of these what is covered are inputs of the unit's own, and not units below. */
const COUNTS_INPUTS: readonly string[] = ['composite', 'memberMin', 'memberMax'];

function Coverage({ rollup, what }: { readonly rollup: Untargeted; readonly what: Indicator }): VNode {
  const { expected, reported } = rollup.coverage;
  const share = formatShare(reported, expected, lang.value);
  return (
    <div class="coverage">
      <span class="coverage-bar" aria-hidden="true">
        <span style={{ width: expected > 0 ? `${(reported / expected) * 100}%` : '0' }} />
      </span>
      <p class="hint">
        {t(COUNTS_INPUTS.includes(what.aggregation) ? 'card.inputs' : 'card.coverage', { reported, expected, share })}
        {rollup.oldestResultTime ? (
          <span title={formatInstant(rollup.oldestResultTime, lang.value)}>
            {' · '}
            {t('card.age', { age: formatAge(rollup.oldestResultTime, now.value, lang.value) })}
          </span>
        ) : null}
      </p>
    </div>
  );
}
