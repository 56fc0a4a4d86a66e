import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { CaseBoard } from '../alerts/CaseBoard';
import { ProblemNote } from '../controls/ProblemNote';
import { formatNumber } from '../format/numbers';
import { nameOf, t } from '../i18n/text';
import { MapTools } from '../map/MapTools';
import { Badges } from '../shell/TopBar';
import { lang } from '../state/model';
import { cannotDraw, isNarrow, sheet } from '../state/ui';
import '../styles/cases.css';
import '../styles/fleet.css';
import { BoatCard } from './BoatCard';
import { BoatHover } from './BoatHover';
import { BoatTable } from './BoatTable';
import { isOfBoat } from './caseFiles';
import { FeedList } from './FeedList';
import { FilterPanel } from './FilterPanel';
import { LostList } from './LostList';
import { FleetPlayback } from './FleetPlayback';
import { Playback } from './Playback';
import { layFleet } from './onMap';
import { fleetPlace } from './resources';
import { Parts } from './Parts';
import { followPast, goFleet, shownBoats, shownFleet } from './state';
import { fleetProblem, followFleet } from './store';
import { SummaryTable } from './SummaryTable';

/** Where the boats are, which are lost, and what to do about it. */
export default function FleetView(): VNode {
  useEffect(followFleet, []);
  useEffect(followPast, []);
  useEffect(layFleet, []);
  // A browser that cannot draw the map still has all boats as a list.
  const part = shownFleet.value.part === 'map' && cannotDraw.value ? 'boats' : shownFleet.value.part;
  const unit = fleetPlace.value;
  if (part === 'map') {
    return <OnMap />;
  }
  document.documentElement.dataset['ready'] = 'true';
  return (
    <section class="duties fleet" aria-label={t('view.fleet')}>
      <header class="score-head">
        <h1>{t(`fleetpart.${part}`)}{unit ? <small> {nameOf(unit)}</small> : null}</h1>
      </header>
      <Parts />
      <Problem />
      {part === 'boats' ? <BoatTable /> : null}
      {part === 'lost' ? <LostList /> : null}
      {part === 'cases' ? <CaseBoard only={isOfBoat} /> : null}
      {part === 'feeds' ? <FeedList /> : null}
    </section>
  );
}

/** The map with what belongs to it. On a phone panels are sheets, as on the map of figures. */
function OnMap(): VNode {
  const { vessel, back } = shownFleet.value;
  useEffect(() => {
    if (isNarrow.peek()) {
      sheet.value = vessel ? 'unit' : null;
    }
  }, [vessel]);
  return (
    <div class={`panels fleet-panels sheet-${sheet.value ?? 'none'}`}>
      <BoatHover />
      <div class="left">
        <FilterPanel />
        <SummaryTable />
      </div>
      <div class="middle">
        <Badges />
        <Problem />
        <MapTools />
        <Pills />
        {back === null && vessel ? <Playback /> : <FleetPlayback />}
      </div>
      <div class="right">{vessel ? <BoatCard key={vessel} id={vessel} /> : null}</div>
      {sheet.value ? (
        <button
          type="button"
          class="scrim"
          aria-label={t('action.close')}
          onClick={() => {
            sheet.value = null;
          }}
        />
      ) : null}
    </div>
  );
}

function Pills(): VNode {
  const { vessel } = shownFleet.value;
  return (
    <div class="pills">
      <button
        type="button"
        class="panel"
        aria-expanded={sheet.value === 'show'}
        onClick={() => {
          sheet.value = 'show';
        }}>
        <small>{t('fleet.filter')}</small>
        <b>{t('fleet.onMap', { count: formatNumber(shownBoats.value.length, 0, lang.value) })}</b>
      </button>
      <button
        type="button"
        class="panel"
        disabled={!vessel}
        aria-expanded={sheet.value === 'unit'}
        onClick={() => {
          sheet.value = 'unit';
        }}>
        <small>{t('boat.card')}</small>
        <b>{vessel ?? '–'}</b>
      </button>
    </div>
  );
}

function Problem(): VNode | null {
  const problem = fleetProblem.value;
  return problem ? (
    <div class="panel">
      <ProblemNote problem={problem} onRetry={() => goFleet({}, 'replace')} />
    </div>
  ) : null;
}
