import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../controls/Icon';
import { formatNumber } from '../format/numbers';
import { nameOf, t } from '../i18n/text';
import { lang } from '../state/model';
import { address, go } from '../state/navigation';
import { Agreement } from './Agreement';
import { BoatSign } from './BoatSign';
import { countAll, countBy, isChosen, toggled } from './filter';
import { Place } from './FilterBar';
import { Parts } from './Parts';
import { fishingZones, fleetPlace, summary } from './resources';
import { pixelsOf } from './signs';
import { goFleet, isPast, shipCount, shownFleet, shownGroups } from './state';
import { CONTACTS, SIZES, ZONES } from './words';
import { ZoneSign } from './ZoneSign';

/** What is shown of the fleet: a legend whose rows are the filter, with how many boats each has. */
export function FilterPanel(): VNode {
  if (address.value.isFolded) {
    return (
      <button
        type="button"
        class="panel unfold"
        title={t('panel.unfold')}
        aria-label={t('panel.unfold')}
        onClick={() => go({ isFolded: false })}>
        <Icon name="unfold" />
      </button>
    );
  }
  return (
    <section class="panel show-panel fleet-panel" data-edge="left" aria-label={t('fleet.filter')}>
      <Head />
      <Parts />
      <Place />
      <ContactFacet />
      <SizeFacet />
      <FlagFacets />
      <ZoneFacet />
      <Ships />
      <Agreement />
    </section>
  );
}

function Head(): VNode {
  const filter = shownFleet.value;
  const unit = fleetPlace.value;
  const all = isPast.value
    ? shownGroups.value.reduce((sum, { vessels }) => sum + vessels, 0)
    : summary.value.value?.vessels;
  return (
    <div class="panel-head">
      <div>
        <h2>{unit ? nameOf(unit) : t('view.fleet')}</h2>
        <p class="hint" aria-live="polite">
          {all === undefined
            ? t('state.loading')
            : t('fleet.count', { count: write(countAll(shownGroups.value, filter)), all: write(all) })}
        </p>
      </div>
      <button
        type="button"
        class="quiet only-wide"
        title={t('panel.fold')}
        aria-label={t('panel.fold')}
        onClick={() => go({ isFolded: true })}>
        <Icon name="fold" />
      </button>
    </div>
  );
}

function ContactFacet(): VNode {
  const filter = shownFleet.value;
  const counts = countBy(shownGroups.value, filter, 'contacts', (group) => group.contact);
  return (
    <Facet title={t('fleet.contact')}>
      {CONTACTS.map((contact) => (
        <Choice
          key={contact}
          name={contact}
          count={counts.get(contact) ?? 0}
          isChosen={filter.contacts.includes(contact)}
          onToggle={() => goFleet({ contacts: toggled(CONTACTS, filter.contacts, contact) })}>
          <BoatSign contact={contact} />
          {t(`contact.${contact}`)}
        </Choice>
      ))}
    </Facet>
  );
}

function SizeFacet(): VNode {
  const filter = shownFleet.value;
  const counts = countBy(shownGroups.value, filter, 'sizes', (group) => group.size);
  return (
    <Facet title={t('fleet.size')}>
      {SIZES.map((size) => (
        <Choice
          key={size}
          name={size}
          count={counts.get(size) ?? 0}
          isChosen={filter.sizes.includes(size)}
          onToggle={() => goFleet({ sizes: toggled(SIZES, filter.sizes, size) })}>
          <span class="sign-room">
            <BoatSign contact="inContact" pixels={pixelsOf(size)} />
          </span>
          {t(`size.${size}`)}
        </Choice>
      ))}
    </Facet>
  );
}

/** The two overlap: a small boat need have no paper, so it may be eligible and three-no at once. */
function FlagFacets(): VNode {
  const filter = shownFleet.value;
  const eligible = countBy(shownGroups.value, filter, 'isEligible', (group) => group.isEligible);
  const threeNo = countBy(shownGroups.value, filter, 'isThreeNo', (group) => group.isThreeNo);
  const flip = (wish: boolean, is: boolean | null): boolean | null => (is === wish ? null : wish);
  return (
    <Facet title={t('fleet.papers')} hint={t('fleet.overlap')}>
      {[true, false].map((wish) => (
        <Choice
          key={String(wish)}
          name={wish ? 'eligible' : 'ineligible'}
          count={eligible.get(wish) ?? 0}
          isChosen={filter.isEligible === wish}
          onToggle={() => goFleet({ isEligible: flip(wish, filter.isEligible) })}>
          {t(wish ? 'fleet.eligible' : 'fleet.ineligible')}
        </Choice>
      ))}
      <Choice
        name="threeNo"
        count={threeNo.get(true) ?? 0}
        isChosen={filter.isThreeNo === true}
        onToggle={() => goFleet({ isThreeNo: flip(true, filter.isThreeNo) })}>
        {t('fleet.threeNo')}
      </Choice>
    </Facet>
  );
}

/** Where boats were heard last, with what the zones look like; and those that stay where they may not. */
function ZoneFacet(): VNode {
  const filter = shownFleet.value;
  const counts = countBy(shownGroups.value, filter, 'zones', (group) => group.zone);
  const violating = countBy(shownGroups.value, filter, 'violates', (group) => group.violates).get(true) ?? 0;
  const zones = fishingZones().value.value?.features ?? [];
  const sources = [...new Set(zones.flatMap(({ properties }) => properties.source ?? []))];
  return (
    <Facet title={t('fleet.zones')} hint={filter.showsZones ? sources.join(' · ') : ''}>
      {ZONES.map((zone) => (
        <Choice
          key={zone}
          name={zone}
          count={counts.get(zone) ?? 0}
          isChosen={filter.zones.includes(zone)}
          onToggle={() => goFleet({ zones: toggled(ZONES, filter.zones, zone) })}>
          <ZoneSign zone={zone} />
          {capital(t(`zone.${zone}`))}
        </Choice>
      ))}
      <Choice
        name="violates"
        count={violating}
        isChosen={filter.violates === true}
        onToggle={() => goFleet({ violates: filter.violates === true ? null : true })}>
        {t('fleet.violates')}
      </Choice>
      <Switch name="zones" isOn={filter.showsZones} onToggle={() => goFleet({ showsZones: !filter.showsZones })}>
        {t('fleet.showZones')}
      </Switch>
    </Facet>
  );
}

/** Ships that pass by are none of the city's boats: they are counted apart, and shown while nothing is chosen. */
function Ships(): VNode | null {
  const filter = shownFleet.value;
  const count = shipCount.value ?? 0;
  return count === 0 ? null : (
    <Facet title={t('fleet.ships')} hint={isChosen(filter) ? t('fleet.shipsHidden') : ''}>
      <Switch name="ships" isOn={filter.showsShips} onToggle={() => goFleet({ showsShips: !filter.showsShips })}>
        {t('fleet.showShips', { count: write(count) })}
      </Switch>
    </Facet>
  );
}

function Switch({
  name,
  isOn,
  onToggle,
  children,
}: {
  readonly name: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <li>
      <label class="check facet-switch">
        <input type="checkbox" data-switch={name} checked={isOn} onChange={onToggle} />
        {children}
      </label>
    </li>
  );
}

function Facet({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="facet" role="group" aria-label={title}>
      <h3>{title}</h3>
      <ul>{children}</ul>
      {hint ? <p class="hint">{hint}</p> : null}
    </div>
  );
}

function Choice({
  name,
  count,
  isChosen,
  onToggle,
  children,
}: {
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <li>
      <button type="button" aria-pressed={isChosen} data-facet={name} onClick={onToggle}>
        <span class="facet-name">{children}</span>
        <b>{write(count)}</b>
      </button>
    </li>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function write(count: number): string {
  return formatNumber(count, 0, lang.value);
}
