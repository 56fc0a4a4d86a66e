import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Vessel } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { ProblemNote } from '../controls/ProblemNote';
import { formatAge, formatInstant } from '../format/instants';
import { formatNumber } from '../format/numbers';
import { formatDay } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { lang } from '../state/model';
import { now } from '../state/ui';
import { BoatCases } from './BoatCases';
import { BoatSign } from './BoatSign';
import { homeOf } from './homes';
import { renewFleet, vesselOf } from './resources';
import { fleetChange, goFleet, shownFleet } from './state';
import { fleet } from './store';
import { asContact } from './words';

/** One boat: what it is, where it was last, whether it may sail and why not, when it was lost. */
export function BoatCard({ id }: { readonly id: string }): VNode {
  const loaded = vesselOf(id).value;
  const heardAt = fleet.value.table.find(id)?.time;
  useEffect(() => {
    // A report that came since makes the card old.
    if (loaded.value && heardAt && Date.parse(loaded.value.lastPosition?.phenomenonTime ?? '') / 1000 < heardAt - 2) {
      renewFleet();
    }
  }, [heardAt]);
  const boat = loaded.value;
  return (
    <section class="panel unit-panel boat-card" data-edge="right" aria-label={t('boat.card')}>
      <div class="panel-head">
        <div>
          <h2>{boat?.name ?? boat?.id ?? id}</h2>
          {boat ? <p class="hint">{identityOf(boat)}</p> : null}
        </div>
        <button
          type="button"
          class="quiet"
          title={t('action.close')}
          aria-label={t('action.close')}
          onClick={() => goFleet({ vessel: null, moment: null })}>
          <Icon name="close" />
        </button>
      </div>
      {loaded.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={renewFleet} /> : null}
      {boat ? <Whole boat={boat} /> : loaded.state === 'loading' ? <p class="hint">{t('state.loading')}</p> : null}
    </section>
  );
}

function Whole({ boat }: { readonly boat: Vessel }): VNode {
  return (
    <>
      <Contact boat={boat} />
      <Facts boat={boat} />
      <Violations boat={boat} />
      <Papers boat={boat} />
      <Episodes boat={boat} />
      <KeptApart boat={boat} />
      <BoatCases boat={boat} />
    </>
  );
}

function identityOf(boat: Vessel): string {
  return [
    boat.name ? boat.id : null,
    boat.mmsi ? `MMSI ${boat.mmsi}` : null,
    boat.imoNumber ? `IMO ${boat.imoNumber}` : null,
    boat.callSign,
    boat.isDemo ? t('badge.demo') : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Whether it is heard, since when not, and by which rule that is so. */
function Contact({ boat }: { readonly boat: Vessel }): VNode {
  const contact = asContact(boat.contact) ?? 'neverHeard';
  const last = boat.lastPosition;
  return (
    <div class="boat-contact">
      <strong class="status">
        <BoatSign contact={contact} pixels={20} />
        {t(`contact.${contact}`)}
      </strong>
      {last ? (
        <p>
          {t('boat.lastHeard', {
            time: formatInstant(last.phenomenonTime, lang.value),
            age: formatAge(last.phenomenonTime, now.value, lang.value),
          })}
        </p>
      ) : null}
      <p class="hint">{t(`contactwhy.${contact}`, { silence: silenceOf(boat), feed: last?.feed ?? '–' })}</p>
    </div>
  );
}

function silenceOf(boat: Vessel): string {
  const minutes = boat.silenceMinutes ?? 0;
  return minutes < 60
    ? t('boat.minutes', { count: Math.round(minutes) })
    : minutes < 48 * 60
      ? t('boat.hours', { count: formatNumber(minutes / 60, 1, lang.value) })
      : t('boat.days', { count: formatNumber(minutes / 1_440, 1, lang.value) });
}

function Facts({ boat }: { readonly boat: Vessel }): VNode {
  const home = homeOf(boat.homeUnit ?? null);
  const last = boat.lastPosition;
  const { zone } = boat;
  const rows: readonly (readonly [string, string | null])[] = [
    [
      t('boat.length'),
      boat.lengthMeters && boat.sizeClass
        ? `${formatNumber(boat.lengthMeters, 1, lang.value)} m (${t(`size.${boat.sizeClass}`)})`
        : null,
    ],
    [
      t('boat.home'),
      home
        ? [home.unit, home.upper].flatMap((unit) => (unit ? [nameOf(unit)] : [])).join(', ')
        : boat.homeUnit,
    ],
    [t('boat.gear'), gearOf(boat.gear)],
    [t('boat.owner'), boat.ownerReference ?? null],
    [
      t('boat.place'),
      last
        ? t('boat.position', {
            latitude: formatNumber(last.latitude, 4, lang.value),
            longitude: formatNumber(last.longitude, 4, lang.value),
          })
        : null,
    ],
    [
      t('boat.zone'),
      zone ? t('boat.zoneSince', { zone: t(`zone.${zone.kind}`), time: formatInstant(zone.since, lang.value) }) : null,
    ],
    [
      t('boat.motion'),
      last?.speedOverGroundKnots === null || last?.speedOverGroundKnots === undefined
        ? null
        : t('boat.knots', {
            speed: formatNumber(last.speedOverGroundKnots, 1, lang.value),
            course: formatNumber(last.courseOverGroundDegrees ?? 0, 0, lang.value),
          }),
    ],
  ];
  return (
    <dl class="parts">
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Where it stays although a rule forbids it to, with the rule. */
function Violations({ boat }: { readonly boat: Vessel }): VNode | null {
  return boat.violations.length === 0 ? null : (
    <div class="boat-violations">
      <h3>{t('boat.violations', { count: boat.violations.length })}</h3>
      <ul>
        {boat.violations.map(({ zone, kind, since, source }) => (
          <li key={zone}>
            <b>{t('boat.violation', { zone: t(`zone.${kind}`), time: formatInstant(since, lang.value) })}</b>
            <small>{source}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

const GEARS = ['gillnet', 'longline', 'trawl', 'purse-seine', 'trap', 'falling-net', 'hand-line'] as const;

/** What it fishes with, in words where they are known. */
function gearOf(gear: string | null): string | null {
  const known = GEARS.find((one) => one === gear);
  return known ? t(`gear.${known}`) : gear;
}

const PAPERS = ['registration', 'inspection', 'licence', 'beacon'] as const;

/** Each paper with its last day; what the boat may not do without is said with the rule that asks for it. */
function Papers({ boat }: { readonly boat: Vessel }): VNode {
  return (
    <div class="boat-papers">
      <h3>
        {t('fleet.papers')}{' '}
        <span class={boat.isEligible ? 'flag is-good' : 'flag is-bad'}>
          {t(boat.isEligible ? 'fleet.eligible' : 'fleet.ineligible')}
        </span>
        {boat.isThreeNo ? <span class="flag is-bad">{t('fleet.threeNo')}</span> : null}
      </h3>
      <dl class="parts">
        {PAPERS.map((kind) => {
          const paper = boat[kind];
          const reason = boat.reasons.find((one) => one.paper === kind);
          return (
            <div key={kind} class={reason ? 'is-missing' : undefined}>
              <dt>{t(`paper.${kind}`)}</dt>
              <dd>
                {t(`paperstate.${paper.state}`)}
                {paper.until ? ` · ${formatDay(paper.until, lang.value)}` : ''}
                {reason ? <small title={reason.source}>{reason.source}</small> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** The last times in which it was lost; each is a step into its track. */
function Episodes({ boat }: { readonly boat: Vessel }): VNode | null {
  return (
    <div class="boat-episodes">
      <h3>{t('boat.episodes', { count: boat.episodeCount })}</h3>
      <ol>
        {[...boat.episodes].reverse().map((episode) => (
          <li key={episode.lastHeard}>
            <BoatSign contact={episode.isLong ? 'longLost' : 'lost'} />
            <span>
              {formatInstant(episode.lastHeard, lang.value)} –{' '}
              {episode.heardAgain ? formatInstant(episode.heardAgain, lang.value) : t('boat.lasting')}
            </span>
          </li>
        ))}
      </ol>
      <Link class="track-link" change={fleetChange({ days: shownFleet.value.days === 14 ? 1 : 14, moment: null })}>
        {t(shownFleet.value.days === 14 ? 'boat.trackDay' : 'boat.trackLong')}
      </Link>
    </div>
  );
}

/** Reports that did not move it: a sign of two beacons, a wrong clock or a tampered one. */
function KeptApart({ boat }: { readonly boat: Vessel }): VNode | null {
  const kept = boat.keptApart;
  const parts = (['older', 'future', 'jump', 'nullIsland'] as const).filter((kind) => kept[kind] > 0);
  return parts.length === 0 ? null : (
    <p class="hint">
      {t('boat.keptApart')} {parts.map((kind) => `${t(`verdict.${kind}`)} ${kept[kind]}`).join(', ')}
    </p>
  );
}
