import type { VNode } from 'preact';
import { t } from '../i18n/text';
import { LoadedPlans } from './LoadedPlans';
import { LoadPanel } from './LoadPanel';
import '../styles/exchange.css';
import '../styles/plans.css';

/** The plans whose targets the figures are held against: load one, withdraw one, take that back. */
export default function PlansView(): VNode {
  document.documentElement.dataset['ready'] = 'true';
  return (
    <section class="exchange plans" aria-label={t('view.plans')}>
      <LoadPanel />
      <LoadedPlans />
    </section>
  );
}
