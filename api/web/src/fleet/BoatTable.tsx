import type { VNode } from 'preact';
import { ProblemNote } from '../controls/ProblemNote';
import { t } from '../i18n/text';
import { BoatRows, rowsOf } from './BoatRows';
import { FilterBar } from './FilterBar';
import { isWanted } from './filter';
import { boats, renewFleet } from './resources';
import { shownFleet } from './state';

/** All boats that are wanted, those that were never heard among them. */
export function BoatTable(): VNode {
  const loaded = boats.value;
  if (loaded.value === undefined) {
    return loaded.state === 'failed' ? (
      <ProblemNote problem={loaded.problem} onRetry={renewFleet} />
    ) : (
      <p class="hint">{t('state.loading')}</p>
    );
  }
  const filter = shownFleet.value;
  const rows = rowsOf(loaded.value).filter((row) => isWanted(row, filter));
  return (
    <>
      <FilterBar />
      <BoatRows rows={rows} first={{ column: 'id', isDown: false }} file={`${t('fleet.file')}.csv`} />
    </>
  );
}
