import type { VNode } from 'preact';
import type { Explanation, ExplanationVersion, Indicator } from '../api/types';
import { RebasingNote } from '../boundaries/RebasingNote';
import { Link } from '../controls/Link';
import { formatInstant } from '../format/instants';
import { formatAmount, NO_NUMBER } from '../format/numbers';
import { nameOf, t, type TextKey } from '../i18n/text';
import { lang, territory } from '../state/model';

/** How an opened figure was worked out, who is silent, and at the end who reported what and when. */
export function WhyDetails({ node, what }: { readonly node: Explanation; readonly what: Indicator | null }): VNode {
  const silent = node.silent.map(nameOfUnit);
  return (
    <div class="why-details">
      <p class="arithmetic">{lang.value === 'vi' ? node.formulaVi : node.formulaEn}</p>
      {node.figure.rebasing && what ? <RebasingNote rebasing={node.figure.rebasing} what={what} /> : null}
      {node.how === 'closed' ? null : <p class="hint">{t(`how.${node.how}`)}</p>}
      {silent.length > 0 ? (
        <p class="why-silent">{t('why.silent', { count: silent.length, names: silent.join(', ') })}</p>
      ) : null}
      {node.versions.length > 0 ? <Versions node={node} /> : null}
      {node.how === 'report' && node.versions.length === 0 ? <p class="hint">{t('why.nothingReported')}</p> : null}
      <Ways node={node} />
    </div>
  );
}

function nameOfUnit(code: string): string {
  const unit = territory.value?.find(code);
  return unit ? nameOf(unit) : code;
}

/** Every version of a report: what it said, who sent it, when it was made and when it came, and what it replaced. */
function Versions({ node }: { readonly node: Explanation }): VNode {
  const replacedBy = new Map(
    node.versions.flatMap(({ observation, replaces }) =>
      replaces === null ? [] : [[replaces, observation.sequence] as const],
    ),
  );
  return (
    <>
      <ul class="why-versions" aria-label={t('why.versions')}>
        {node.versions.map((version) => (
          <Version
            key={version.observation.sequence}
            version={version}
            replacedBy={replacedBy.get(version.observation.sequence) ?? null}
          />
        ))}
      </ul>
      {node.versionCount > node.versions.length ? (
        <p class="hint">{t('why.moreVersions', { count: node.versionCount - node.versions.length })}</p>
      ) : null}
    </>
  );
}

function Version({
  version: { observation, replaces, hasStood },
  replacedBy,
}: {
  readonly version: ExplanationVersion;
  readonly replacedBy: number | null;
}): VNode {
  const { value, denominator, isCurrent } = observation;
  const over = denominator === null ? '' : ` ÷ ${formatAmount(denominator, lang.value)}`;
  const corrected = replacedBy === null ? null : t('why.replacedBy', { sequence: replacedBy });
  return (
    <li class={isCurrent ? 'is-current' : undefined}>
      <b>{value === null ? t('obs.M') : `${formatAmount(value, lang.value)}${over}`}</b>
      <span>
        {t(`obs.${observation.status}` as TextKey)}
        {isCurrent ? ` · ${t('why.stands')}` : null}
      </span>
      <span>
        {t('why.by', { who: observation.reporter, source: observation.source || NO_NUMBER })}
        <small>
          {t('why.when', {
            made: formatInstant(observation.resultTime, lang.value),
            came: formatInstant(observation.recordedAt, lang.value),
          })}
        </small>
      </span>
      <small>
        {[
          t('why.sequence', { sequence: observation.sequence }),
          replaces === null ? null : t('why.replaces', { sequence: replaces }),
          hasStood ? corrected : t('why.neverStood'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </li>
  );
}

/** Where one goes from here. */
function Ways({ node }: { readonly node: Explanation }): VNode {
  const { figure } = node;
  const month = figure.period.slice(0, 7);
  return (
    <p class="why-ways">
      <Link
        change={{
          view: 'map',
          why: null,
          unit: null,
          level: node.level,
          selected: figure.unit,
          indicator: figure.indicator,
          period: figure.period,
          on: figure.rebasing?.boundaries ?? null,
          camera: null,
        }}>
        {t('why.toMap', { name: nameOf(node) })}
      </Link>
      {node.how === 'duties' ? (
        <Link change={{ view: 'duties', why: null, unit: figure.unit, month, day: null }}>
          {t('why.toDuties')}
        </Link>
      ) : null}
    </p>
  );
}
