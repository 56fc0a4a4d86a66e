import type { VNode } from 'preact';
import type { Indicator, Rebasing } from '../api/types';
import { formatFigure } from '../format/figures';
import { formatDay } from '../format/periods';
import { t, tCode } from '../i18n/text';
import { lang } from '../state/model';

const words = (code: string): string => tCode('unit', code);

/** Beside a figure on other boundaries than it was reported on: how it came there, and how far it can be trusted. */
export function RebasingNote({ rebasing, what }: { readonly rebasing: Rebasing; readonly what: Indicator }): VNode {
  const show = (value: number): string => formatFigure(value, what, lang.value, words);
  const { standardError, lower, upper, missing } = rebasing;
  return (
    <div class="note rebasing">
      <p>
        <b>{t('rebasing.on', { day: formatDay(rebasing.boundaries, lang.value) })}</b>{' '}
        {lang.value === 'vi' ? rebasing.textVi : rebasing.textEn}
      </p>
      <p class="hint">
        {t('rebasing.method', { method: t(`method.${rebasing.method}`), basis: t(`basis.${rebasing.basis}`) })}
        {standardError === null || rebasing.dividedSources === 0
          ? null
          : ` ${t('rebasing.error', { error: show(standardError) })}`}
        {lower === null || upper === null || rebasing.dividedSources === 0
          ? null
          : ` ${t('rebasing.bounds', { lower: show(lower), upper: show(upper) })}`}
        {missing.length > 0 ? ` ${t('rebasing.missing', { count: missing.length })}` : null}
      </p>
    </div>
  );
}
