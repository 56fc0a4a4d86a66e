import type { VNode } from 'preact';
import { statusShapes, type Status } from '../scale/statuses';
import { t, type TextKey } from '../i18n/text';

/** A status as shape, colour and word: its own, or what it stands for elsewhere. */
export function StatusSign({
  status,
  isBare = false,
  word = t(`status.${status}` as TextKey),
}: {
  readonly status: Status;
  readonly isBare?: boolean;
  readonly word?: string;
}): VNode {
  return (
    <span class="status">
      <svg
        class={`sign sign-${status}`}
        viewBox="-3 -3 22 22"
        role={isBare ? 'img' : 'presentation'}
        aria-label={isBare ? word : undefined}>
        <circle cx="8" cy="8" r="11" />
        <path d={statusShapes[status]} />
      </svg>
      {isBare ? null : <span>{word}</span>}
    </span>
  );
}
