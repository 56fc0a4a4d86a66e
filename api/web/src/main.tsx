import { effect } from '@preact/signals';
import { render } from 'preact';
import './styles/fonts.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/panels.css';
import './styles/table.css';
import './styles/card.css';
import './styles/time.css';
import './styles/scorecard.css';
import './styles/duties.css';
import './styles/boundaries.css';
import './styles/matrix.css';
import './styles/quality.css';
import './styles/phone.css';
import './styles/print.css';
import { applyAlert, applyCase, renewAlerts, renewCases } from './alerts/resources';
import { nameOf } from './i18n/text';
import { applyChanges, resetFigures } from './live/apply';
import { followCity } from './live/city';
import { missedMoves, moved } from './live/moves';
import { listen } from './live/sse';
import { publishHandle } from './map/handle';
import { App } from './shell/App';
import { followKeys } from './shell/keys';
import { formatPeriodShort } from './format/periods';
import { city, focus, indicator, lang, period } from './state/model';
import { followHistory } from './state/navigation';
import { runPlayback } from './time/playback';

followHistory();
followKeys();
runPlayback();
publishHandle();

effect(() => {
  document.documentElement.lang = lang.value;
});
effect(() => {
  const parts = [
    focus.value ? nameOf(focus.value) : null,
    indicator.value ? nameOf(indicator.value) : null,
    period.value ? formatPeriodShort(period.value, lang.value) : null,
    'Twin',
  ];
  document.title = parts.filter(Boolean).join(' · ');
});

let isListening = false;
effect(() => {
  const root = city.value.value?.rootUnit;
  if (root && !isListening) {
    isListening = true;
    listen(root, {
      onRollup: applyChanges,
      onCity: followCity,
      onAlert: (notice) => applyAlert(notice.alert),
      onCase: applyCase,
      onPosition: (positions) => {
        moved.value = positions;
      },
      onReset: () => {
        resetFigures();
        renewAlerts();
        renewCases();
        missedMoves.value++;
      },
    });
  }
});

// The page has this element; without it there is no page to show a message on either.
render(<App />, document.getElementById('app') as HTMLElement);
