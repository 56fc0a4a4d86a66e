import type { VNode } from 'preact';
import { formatClock } from '../format/instants';
import { t } from '../i18n/text';
import { live } from './sse';

/** Whether changes arrive; since when not, when they do not. */
export function LiveDot(): VNode {
  const state = live.value;
  const text =
    state.state === 'broken'
      ? t('live.broken', { time: formatClock(state.since) })
      : t(state.state === 'live' ? 'live.live' : 'live.connecting');
  return (
    <span class={`live live-${state.state}`} role="status" title={text}>
      <span class="dot" aria-hidden="true" />
      <span class="live-text">{text}</span>
    </span>
  );
}
