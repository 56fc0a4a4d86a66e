import type { VNode } from 'preact';
import { t } from '../i18n/text';
import type { Status } from '../scale/statuses';
import { go } from '../state/navigation';
import { StatusSign } from './StatusSign';

/** How many there are of each status; pressing one or several shows only those. */
export function StatusFilter({
  counts,
  statuses,
  label = t('score.filter'),
  sign = (status) => <StatusSign status={status} />,
}: {
  readonly counts: readonly { readonly status: Status; readonly count: number }[];
  readonly statuses: readonly Status[];
  readonly label?: string;
  readonly sign?: (status: Status) => VNode;
}): VNode {
  const toggle = (status: Status): void => {
    go({
      statuses: statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status],
    });
  };
  return (
    <div class="status-filter" role="group" aria-label={label}>
      {counts.map(({ status, count }) => (
        <button
          key={status}
          type="button"
          aria-pressed={statuses.includes(status)}
          disabled={count === 0}
          onClick={() => toggle(status)}>
          {sign(status)}
          <b>{count}</b>
        </button>
      ))}
    </div>
  );
}
