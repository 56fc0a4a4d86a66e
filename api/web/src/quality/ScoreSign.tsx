import type { VNode } from 'preact';
import { t, type TextKey } from '../i18n/text';
import { statusShapes, type Status } from '../scale/statuses';

/** A band of scores: shape and colour of the status that stands as far from good, and words of its own. */
export function ScoreSign({ status, hasWord = false }: { readonly status: Status; readonly hasWord?: boolean }): VNode {
  const word = t(`scoreband.${status}` as TextKey);
  return (
    <span class="status">
      <svg
        class={`sign sign-${status}`}
        viewBox="-3 -3 22 22"
        role={hasWord ? 'presentation' : 'img'}
        aria-label={hasWord ? undefined : word}>
        <circle cx="8" cy="8" r="11" />
        <path d={statusShapes[status]} />
      </svg>
      {hasWord ? <span>{word}</span> : null}
    </span>
  );
}
