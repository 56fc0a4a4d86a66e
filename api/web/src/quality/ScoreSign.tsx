import type { VNode } from 'preact';
import { StatusSign } from '../controls/StatusSign';
import { t, type TextKey } from '../i18n/text';
import type { Status } from '../scale/statuses';

/** A band of scores: shape and colour of the status that stands as far from good, and words of its own. */
export function ScoreSign({ status, hasWord = false }: { readonly status: Status; readonly hasWord?: boolean }): VNode {
  return <StatusSign status={status} isBare={!hasWord} word={t(`scoreband.${status}` as TextKey)} />;
}
