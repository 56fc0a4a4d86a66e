import type { VNode } from 'preact';
import { statusShapes } from '../scale/statuses';
import { t, type TextKey } from '../i18n/text';
import { signOf, type DutyState } from './states';

/** Where a report stands, as shape, colour and word. */
export function DutySign({ state }: { readonly state: DutyState }): VNode {
  const sign = signOf(state);
  return (
    <span class="status">
      <svg class={`sign sign-${sign}`} viewBox="-3 -3 22 22" role="presentation">
        <circle cx="8" cy="8" r="11" />
        <path d={statusShapes[sign]} />
      </svg>
      <span>{t(`dutystate.${state}` as TextKey)}</span>
    </span>
  );
}
