import type { VNode } from 'preact';
import type { Unit, ValueQuality } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { formatNumber } from '../format/numbers';
import { formatPeriodShort } from '../format/periods';
import { nameOf, t, type TextKey } from '../i18n/text';
import { lang, territory } from '../state/model';
import { DIMENSIONS, statusOfScore } from './quality';
import { detailOf, renewQuality } from './resources';
import { ScoreSign } from './ScoreSign';

/** What each figure of a unit loses: which rule, how much, in which row of the log, and who sent it. */
export function QualityDetail({ unit, period }: { readonly unit: Unit; readonly period: string }): VNode {
  const loaded = detailOf(unit.code, period).value;
  const lossy = (loaded.value?.values ?? []).filter((value) => value.deductions.length > 0);
  const below = territory.value?.levelsBelow(unit.code) ?? [];
  return (
    <section class="quality-detail" aria-label={t('quality.detail', { place: nameOf(unit) })}>
      <header class="quality-head">
        <h2>{t('quality.detail', { place: nameOf(unit) })}</h2>
        <Link change={{ selected: null }} class="step" title={t('action.close')}>
          <Icon name="close" />
        </Link>
      </header>
      {below.length > 0 ? (
        <Link change={{ unit: unit.code, level: null, selected: null }}>{t('quality.into')}</Link>
      ) : null}
      {loaded.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={renewQuality} /> : null}
      {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
      {loaded.value && lossy.length === 0 ? (
        <p class="empty">{t(loaded.value.values.length === 0 ? 'quality.noOwn' : 'quality.faultless')}</p>
      ) : null}
      {lossy.map((value) => (
        <Value key={`${value.indicator} ${value.breakdown ?? ''}`} value={value} />
      ))}
    </section>
  );
}

function Value({ value }: { readonly value: ValueQuality }): VNode {
  return (
    <article class="quality-value" data-indicator={value.indicator}>
      <h3>
        {nameOf(value)}{' '}
        <small>
          {[value.breakdown?.replaceAll(';', ' · '), formatPeriodShort(value.period, lang.value)]
            .filter(Boolean)
            .join(', ')}
        </small>
      </h3>
      <p class="quality-scores">
        {DIMENSIONS.map((dimension) => (
          <span key={dimension}>
            <ScoreSign status={statusOfScore(value[dimension])} /> {t(`qualitycolumn.${dimension}` as TextKey)}{' '}
            <b>{formatNumber(value[dimension], 0, lang.value)}</b>
          </span>
        ))}
      </p>
      <ul>
        {value.deductions.map((one) => (
          <li key={`${one.rule}${one.sequence ?? ''}`}>
            <b>−{formatNumber(one.points, 0, lang.value)}</b>{' '}
            {lang.value === 'vi' ? one.ruleNameVi : one.ruleNameEn}:{' '}
            {lang.value === 'vi' ? one.detailVi : one.detailEn}
            {one.sequence === null ? null : (
              <small>{t('quality.row', { sequence: one.sequence, who: one.reporter ?? '' })}</small>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}
