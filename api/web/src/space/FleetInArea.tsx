import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { AreaFleet, VesselPlace } from '../api/types';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { fleetChange } from '../fleet/state';
import { asContact, asSize } from '../fleet/words';
import { formatInstant } from '../format/instants';
import { formatNumber } from '../format/numbers';
import { t } from '../i18n/text';
import { toCsv } from '../scorecard/csv';
import { download } from '../scorecard/download';
import { lang } from '../state/model';
import { address, go } from '../state/navigation';
import { now } from '../state/ui';
import { HOURS_BACK, instantOf, stepOf, STEPS } from './instants';
import { boats } from './state';

/** So many are named; all that were found are in the file. */
const MAX_NAMED = 50;

/** The boats in the area, now or as they were, and what is the matter with them. */
export function FleetInArea({ fleet }: { readonly fleet: AreaFleet }): VNode {
  const rows = [
    ['lost', fleet.lost],
    ['notEligible', fleet.notEligible],
    ['threeNo', fleet.threeNo],
  ] as const;
  return (
    <article class="figure-card fleet-in-area">
      <h3>{t('area.fleet')}</h3>
      <p class="figure">
        <data class="value" value={fleet.vessels}>
          {formatNumber(fleet.vessels, 0, lang.value)}
        </data>
        <span class="when">{formatInstant(fleet.at, lang.value)}</span>
      </p>
      <dl class="properties">
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`area.fleet-${name}`)}</dt>
            <dd>{formatNumber(count, 0, lang.value)}</dd>
          </div>
        ))}
      </dl>
      <Back />
      <Boats />
    </article>
  );
}

/** Back to where the boats were. */
function Back(): VNode {
  const isDragging = useRef(false);
  const { when } = address.value;
  const text = when === null ? t('area.now') : formatInstant(when, lang.value);
  return (
    <label class="fleet-back">
      <span class="hint">{t('area.back', { hours: HOURS_BACK })}</span>
      <input
        type="range"
        min="0"
        max={STEPS}
        step="1"
        value={stepOf(when, now.value)}
        aria-valuetext={text}
        onInput={(event) => {
          // One drag is one step back.
          const next = instantOf(event.currentTarget.valueAsNumber, now.peek());
          go({ when: next }, isDragging.current ? 'replace' : 'push');
          isDragging.current = true;
        }}
        onChange={() => {
          isDragging.current = false;
        }}
      />
      <output>{text}</output>
    </label>
  );
}

function Boats(): VNode | null {
  const found = boats.value?.value;
  if (!found || found.items.length === 0) {
    return null;
  }
  const named = found.items.slice(0, MAX_NAMED);
  return (
    <details class="boats-in-area">
      <summary>{t('area.boats')}</summary>
      <ul>
        {named.map((boat) => (
          <li key={boat.id}>
            <Link change={{ view: 'fleet', ...fleetChange({ vessel: boat.id }) }}>{boat.name ?? boat.id}</Link>{' '}
            <span class="hint">{wordsOf(boat)}</span>
          </li>
        ))}
        {found.numberMatched > named.length ? (
          <li class="hint">{t('area.more', { count: found.numberMatched - named.length })}</li>
        ) : null}
      </ul>
      <button type="button" onClick={() => downloadBoats(found.items)}>
        <Icon name="download" />
        CSV
      </button>
    </details>
  );
}

function wordsOf(boat: VesselPlace): string {
  const [contact, size] = [asContact(boat.contact), asSize(boat.sizeClass)];
  return [boat.id, t(size ? `size.${size}` : 'size.unknown'), contact ? t(`contact.${contact}`) : boat.contact].join(
    ' · ',
  );
}

function downloadBoats(items: readonly VesselPlace[]): void {
  const head = ['id', 'name', 'sizeClass', 'homeUnit', 'contact', 'isEligible', 'isThreeNo', 'longitude', 'latitude'];
  const body = items.map((boat) => [
    boat.id,
    boat.name ?? '',
    boat.sizeClass ?? '',
    boat.homeUnit ?? '',
    boat.contact,
    String(boat.isEligible),
    String(boat.isThreeNo),
    boat.longitude,
    boat.latitude,
    boat.phenomenonTime,
  ]);
  const text = toCsv([[...head, 'phenomenonTime'], ...body], lang.peek() === 'vi' ? ',' : '.');
  download(`boats-${address.peek().when ?? 'now'}.csv`.replaceAll(':', ''), text, 'text/csv;charset=utf-8');
}
