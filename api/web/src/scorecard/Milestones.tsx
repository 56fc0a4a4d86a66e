import type { VNode } from 'preact';
import type { Milestone, Unit } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { StatusSign } from '../controls/StatusSign';
import { formatShare } from '../format/numbers';
import { formatDay, formatPeriod, parsePeriod, periodEnd } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import type { Status } from '../scale/statuses';
import { cache, keys, lang, milestonesOf } from '../state/model';
import { address, go } from '../state/navigation';

const signs: Readonly<Record<Milestone['state'], Status>> = {
  doneOnTime: 'met',
  done: 'met',
  doneLate: 'atRisk',
  dueSoon: 'atRisk',
  upcoming: 'onTrack',
  overdue: 'missed',
};

/** What is to be done by a day: by whom, whether it is, and how much of it was on time. */
export function Milestones({ unit, period }: { readonly unit: Unit; readonly period: string }): VNode | null {
  const parsed = parsePeriod(period);
  const day = parsed ? periodEnd(parsed) : null;
  const loaded = day ? milestonesOf(unit.code, day).value : null;
  if (!day || !loaded?.value || loaded.value.items.length === 0) {
    return loaded?.state === 'failed' ? (
      <ProblemNote
        problem={loaded.problem}
        onRetry={() => cache.renew((key) => day !== null && key === keys.milestones(unit.code, day))}
      />
    ) : null;
  }
  const { items, summary } = loaded.value;
  const onTime = summary.doneOnTime;
  const judged = onTime + summary.doneLate + summary.overdue;
  return (
    <details
      class="milestones"
      open={address.value.showsMilestones}
      onToggle={(event) => go({ showsMilestones: event.currentTarget.open }, 'replace')}>
      <summary>
        {t('milestone.title', { count: items.length })}{' '}
        <span class="hint">
          {judged === 0
            ? t('milestone.noneDue')
            : t('milestone.onTime', { onTime, judged, share: formatShare(onTime, judged, lang.value) })}
        </span>
      </summary>
      <ul>
        {items.map((one) => (
          <Item key={one.target.id} milestone={one} />
        ))}
      </ul>
    </details>
  );
}

function Item({ milestone }: { readonly milestone: Milestone }): VNode {
  const { target, state, doneIn, daysLeft } = milestone;
  return (
    <li data-milestone={target.id}>
      <StatusSign status={signs[state]} isBare />
      <span>
        <b>{nameOf(target)}</b>
        <small>
          {[
            t(`milestonestate.${state}`),
            doneIn === null ? null : t('milestone.doneIn', { period: formatPeriod(doneIn, lang.value) }),
            daysLeft === null || state === 'overdue' ? null : t('milestone.left', { count: daysLeft }),
            daysLeft !== null && state === 'overdue' ? t('milestone.over', { count: -daysLeft }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <span class="hint">{target.ownerAgency ?? ''}</span>
      <span class="number">{target.dueDate ? formatDay(target.dueDate, lang.value) : t('target.noDue')}</span>
    </li>
  );
}
