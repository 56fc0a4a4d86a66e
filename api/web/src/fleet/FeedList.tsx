import type { VNode } from 'preact';
import type { Feed } from '../api/types';
import { ProblemNote } from '../controls/ProblemNote';
import { StatusSign } from '../controls/StatusSign';
import { formatAge, formatInstant } from '../format/instants';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { now } from '../state/ui';
import { feeds, renewFleet } from './resources';

/** Who tells where boats are, how much, and since when not. */
export function FeedList(): VNode {
  const loaded = feeds().value;
  if (loaded.value === undefined) {
    return loaded.state === 'failed' ? (
      <ProblemNote problem={loaded.problem} onRetry={renewFleet} />
    ) : (
      <p class="hint">{t('state.loading')}</p>
    );
  }
  return loaded.value.length === 0 ? (
    <p class="empty">{t('feed.none')}</p>
  ) : (
    <div class="scroll duty-list" tabIndex={0} role="region" aria-label={t('fleetpart.feeds')}>
      <p class="hint">{t('feed.hint')}</p>
      <table class="score-table">
        <thead>
          <tr>
            <th scope="col">{t('feed.name')}</th>
            <th scope="col">{t('feed.state')}</th>
            <th scope="col">{t('feed.lastSeen')}</th>
            <th scope="col">{t('feed.behind')}</th>
            <th scope="col" class="number">
              {t('feed.rate')}
            </th>
            <th scope="col" class="number">
              {t('feed.accepted')}
            </th>
            <th scope="col" class="number">
              {t('feed.keptApart')}
            </th>
            <th scope="col" class="number">
              {t('feed.refused')}
            </th>
            <th scope="col">{t('feed.outages')}</th>
          </tr>
        </thead>
        <tbody>
          {loaded.value.map((feed) => (
            <Row key={feed.id} feed={feed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ feed }: { readonly feed: Feed }): VNode {
  const apart = Object.entries(feed.keptApart).filter(([, count]) => count > 0);
  const last = feed.outages.at(-1);
  return (
    <tr data-feed={feed.id}>
      <th scope="row">{feed.id}</th>
      <td>
        <StatusSign status={feed.isDown ? 'missed' : 'met'} word={t(feed.isDown ? 'feed.down' : 'feed.up')} />
        {feed.isDown ? <small>{t('feed.downHint')}</small> : null}
      </td>
      <td>
        {feed.lastSeen ? formatInstant(feed.lastSeen, lang.value) : '–'}
        {feed.lastSeen ? <small>{formatAge(feed.lastSeen, now.value, lang.value)}</small> : null}
      </td>
      <td data-cell="behind">
        {feed.newestReport ? formatAge(feed.newestReport, now.value, lang.value) : '–'}
        {feed.lagSeconds === null || feed.lagSeconds === undefined ? null : (
          <small>{t('feed.lag', { minutes: formatNumber(feed.lagSeconds / 60, 1, lang.value) })}</small>
        )}
      </td>
      <td class="number">{formatNumber(feed.reportsPerMinute, 1, lang.value)}</td>
      <td class="number">{formatNumber(feed.accepted, 0, lang.value)}</td>
      <td class="number">
        {formatNumber(
          apart.reduce((sum, [, count]) => sum + count, 0),
          0,
          lang.value,
        )}
        <small>{apart.map(([kind, count]) => `${verdictOf(kind)} ${count}`).join(', ')}</small>
      </td>
      <td class="number">
        {formatNumber(feed.refused, 0, lang.value)}
        {feed.lastRefusal ? <small>{feed.lastRefusal}</small> : null}
      </td>
      <td>
        {feed.outages.length}
        {last ? (
          <small>
            {formatInstant(last.from, lang.value)} – {last.to ? formatInstant(last.to, lang.value) : t('boat.lasting')}
          </small>
        ) : null}
      </td>
    </tr>
  );
}

const VERDICTS = ['repeated', 'otherReceiver', 'older', 'future', 'jump', 'nullIsland', 'onLand'] as const;

/** A reason that came later than this page is shown by its own word. */
function verdictOf(kind: string): string {
  const known = VERDICTS.find((verdict) => verdict === kind);
  return known ? t(`verdict.${known}`) : kind;
}
