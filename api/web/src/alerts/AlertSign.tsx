import type { VNode } from 'preact';
import { statusShapes } from '../scale/statuses';
import { t, type TextKey } from '../i18n/text';
import { signOfAlert, type AlertState, type Severity } from './states';

/** How bad an alert is, and where in its life, as shape, colour and words. */
export function AlertSign({ state, severity }: { readonly state: AlertState; readonly severity: Severity }): VNode {
  const sign = signOfAlert(state, severity);
  return (
    <span class="status">
      <svg class={`sign sign-${sign}`} viewBox="-3 -3 22 22" role="presentation">
        <circle cx="8" cy="8" r="11" />
        <path d={statusShapes[sign]} />
      </svg>
      <span>
        {t(`severity.${severity}` as TextKey)}
        <small>{t(`alertstate.${state}` as TextKey)}</small>
      </span>
    </span>
  );
}
