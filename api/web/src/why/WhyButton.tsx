import type { ComponentChildren, VNode } from 'preact';
import { t } from '../i18n/text';
import { go } from '../state/navigation';
import type { Question } from './question';

/** A figure that can be asked about: pressing it opens what it was made from. */
export function WhyButton({
  about,
  children,
}: {
  readonly about: Pick<Question, 'unit' | 'indicator' | 'period'> & Partial<Question>;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <button
      type="button"
      class="quiet why-figure"
      title={t('why.open')}
      onClick={() => go({ why: { on: null, asOf: null, ...about } })}>
      {children}
    </button>
  );
}
