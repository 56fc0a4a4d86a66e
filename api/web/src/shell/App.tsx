import type { ComponentType, VNode } from 'preact';
import { UnitPanel } from '../card/UnitPanel';
import { Lazy } from '../controls/Lazy';
import { ProblemNote } from '../controls/ProblemNote';
import { formatFigure } from '../format/figures';
import { nameOf, t, tCode } from '../i18n/text';
import { HoverCard } from '../map/HoverCard';
import { MapTools } from '../map/MapTools';
import { ShowPanel } from '../map/ShowPanel';
import { UnitsTable } from '../map/UnitsTable';
import { boundaries, cache, city, figure, focus, indicator, indicators, lang, rollups, units } from '../state/model';
import type { View as ViewName } from '../state/address';
import { address } from '../state/navigation';
import { hasSpacePanel, usesSpace } from '../space/tool';
import { cannotDraw, sheet } from '../state/ui';
import { TimeStrip } from '../time/TimeStrip';
import { Badges, TopBar } from './TopBar';

type View = { default: ComponentType };
/** The map library is the largest part; it is on its way before anything is drawn. */
const mapView: Promise<View> = import('../map/MapView');
const loadMap = (): Promise<View> => mapView;
const loadCascade = (): Promise<View> => import('../cascade/CascadeDrawer');
const loadSpacePanel = (): Promise<View> => import('../space/SpacePanel');
const loadSpaceSession = (): Promise<View> => import('../space/SpaceSession');
const loadLayers = (): Promise<View> => import('../space/LayersPanel');
const loadOverlays = (): Promise<View> => import('../space/LayerOverlays');
const loadWhy = (): Promise<View> => import('../why/WhyDrawer');
/** Each view is loaded when it is first opened. */
const LOADERS: Readonly<Record<ViewName, () => Promise<View>>> = {
  map: loadMap,
  scorecard: () => import('../scorecard/ScorecardView'),
  compare: () => import('../compare/CompareView'),
  duties: () => import('../duties/DutiesView'),
  quality: () => import('../quality/QualityView'),
  alerts: () => import('../alerts/AlertsView'),
  plans: () => import('../plans/PlansView'),
  exchange: () => import('../exchange/ExchangeView'),
  fleet: () => import('../fleet/FleetView'),
  matrix: () => import('../matrix/MatrixView'),
  ranking: () => import('../ranking/RankingView'),
};

/** The page: one map, and the views over it. */
export function App(): VNode {
  const { view } = address.value;
  const isMap = view === 'map';
  // The fleet is drawn over the same map; its lists cover it.
  const isCovered = !isMap && !(view === 'fleet' && address.value.fleet.part === 'map');
  return (
    <>
      <TopBar />
      <main class={isCovered ? 'stage is-covered' : 'stage'}>
        <div class="map-layer" inert={isCovered}>
          <Lazy load={loadMap} />
          {isMap ? <HoverCard /> : null}
        </div>
        {isMap ? <Panels /> : <Lazy key={address.value.view} load={LOADERS[address.value.view]} />}
        <Trouble />
      </main>
      {address.value.divide ? <Lazy load={loadCascade} /> : null}
      {address.value.why ? <Lazy load={loadWhy} /> : null}
    </>
  );
}

function Panels(): VNode {
  return (
    <div class={`panels sheet-${sheet.value ?? 'none'}`}>
      <div class="left">
        {address.value.showsLayers ? <Lazy load={loadLayers} /> : <ShowPanel />}
        <UnitsTable />
      </div>
      <div class="middle">
        <Badges />
        <MapTools />
        {address.value.layers === null ? null : <Lazy load={loadOverlays} />}
        {usesSpace() ? <Lazy load={loadSpaceSession} /> : null}
        <Pills />
        <TimeStrip />
      </div>
      <RightPanels />
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

/** What was drawn or pointed at; the unit's card gives way to it until a unit is clicked. */
function RightPanels(): VNode {
  const { draw, pin, picked, selected } = address.value;
  return (
    <div class="right">
      {hasSpacePanel() ? <Lazy load={loadSpacePanel} /> : null}
      {(draw ?? pin ?? picked) === null || selected !== null ? <UnitPanel /> : null}
    </div>
  );
}

/** On a phone: what is shown and its figure, each opening its sheet. */
function Pills(): VNode | null {
  const [what, unit] = [indicator.value, focus.value];
  return what && unit ? (
    <div class="pills">
      <button
        type="button"
        class="panel"
        aria-expanded={sheet.value === 'show'}
        onClick={() => {
          sheet.value = 'show';
        }}>
        <span>{nameOf(what)}</span>
      </button>
      <button
        type="button"
        class="panel"
        aria-expanded={sheet.value === 'unit'}
        onClick={() => {
          sheet.value = 'unit';
        }}>
        {address.value.draw === null && address.value.pin === null ? (
          <>
            <small>{nameOf(unit)}</small>
            <b>{formatFigure(figure.value.value?.value, what, lang.value, (code) => tCode('unit', code))}</b>
          </>
        ) : (
          <b>{t(address.value.pin === null ? 'space.pill' : 'place.title')}</b>
        )}
      </button>
    </div>
  ) : null;
}

/** What keeps the page from being whole: a refusal, or a city that nobody has reported on yet. */
function Trouble(): VNode | null {
  const failed = [city, indicators, units, boundaries, rollups]
    .map((item) => item.value)
    .find((item) => item.state === 'failed');
  if (failed?.state === 'failed') {
    return (
      <div class="trouble panel">
        <ProblemNote problem={failed.problem} onRetry={() => cache.retryFailed()} />
      </div>
    );
  }
  if (cannotDraw.value && address.value.view === 'map') {
    return (
      <div class="trouble panel" role="alert">
        <h2>{t('map.cannotDraw')}</h2>
        <p>{t('map.cannotDrawHint')}</p>
      </div>
    );
  }
  return city.value.value && city.value.value.periods.length === 0 ? (
    <div class="trouble panel">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.text')}</p>
      <pre>{reportCommand()}</pre>
    </div>
  ) : null;
}

function reportCommand(): string {
  return `curl ${location.origin}/v1/observations -H 'Content-Type: text/csv' --data-binary @bao-cao.csv`;
}
