import type { VNode } from 'preact';
import { t } from '../i18n/text';
import { ExportPanel } from './ExportPanel';
import { ImportPanel } from './ImportPanel';
import { MapPanel } from './MapPanel';
import { PlacePanel } from './PlacePanel';
import '../styles/exchange.css';

/** Tables in, files out. */
export default function ExchangeView(): VNode {
  document.documentElement.dataset['ready'] = 'true';
  return (
    <section class="exchange" aria-label={t('view.exchange')}>
      <ImportPanel />
      <MapPanel />
      <PlacePanel />
      <ExportPanel />
    </section>
  );
}
