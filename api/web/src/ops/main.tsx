/** The operator's page: what the process, the log and the grains are doing. */

import { effect } from '@preact/signals';
import { render } from 'preact';
import '../styles/fonts.css';
import '../styles/base.css';
import '../styles/shell.css';
import '../styles/table.css';
import '../styles/scorecard.css';
import '../styles/ops.css';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { followHistory } from '../state/navigation';
import { OpsPage } from './OpsPage';
import { watchGrains } from './watch';

followHistory();
watchGrains();
effect(() => {
  document.documentElement.lang = lang.value;
  document.title = `${t('ops.title')} · Twin`;
});

// The page has this element; without it there is no page to show a message on either.
render(<OpsPage />, document.getElementById('app') as HTMLElement);
