import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { Combobox, type Choice } from '../controls/Combobox';
import { ProblemNote } from '../controls/ProblemNote';
import { nameOf, t, tCode } from '../i18n/text';
import { formatDecimal, formatDms, parseCoordinates } from '../space/coordinates';
import { maps, nameOfSystem } from '../space/systems';
import { show } from '../state/drill';
import { lang, territory } from '../state/model';
import { go } from '../state/navigation';
import { searchUnits } from './match';

/** Near enough to see a street. */
const PLACE_ZOOM = 14;
/** Between the parts of what stands for a place among the choices; no code of a unit holds it. */
const MARK = '|';

/** Finds a unit by name, with or without diacritics, or by code; a place by its coordinates in degrees or meters. */
export function Search(): VNode {
  const problem = useSignal<Problem | null>(null);
  const pick = (id: string): void => {
    problem.value = null;
    if (id.includes(MARK)) {
      goTo(id).catch((reason: unknown) => {
        problem.value = asProblem(reason);
      });
    } else {
      show(id);
    }
  };
  return (
    <div class="search">
      <Combobox
        id="search"
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        choicesFor={(text) => [...placesFor(text), ...unitsFor(text)]}
        emptyText={t('search.empty')}
        onPick={pick}
      />
      {problem.value ? (
        <div class="panel search-problem">
          <ProblemNote problem={problem.value} />
        </div>
      ) : null}
    </div>
  );
}

function unitsFor(text: string): readonly Choice[] {
  const tree = territory.value;
  return searchUnits(tree?.units ?? [], text).map((unit) => {
    const upper = tree?.find(unit.upperUnit);
    return {
      id: unit.code,
      title: nameOf(unit),
      detail: [tCode('level', unit.level), upper ? nameOf(upper) : null, unit.code].filter(Boolean).join(' · '),
    };
  });
}

/** Meters may be of any of the maps: that of the city comes first. */
function placesFor(text: string): readonly Choice[] {
  const found = parseCoordinates(text);
  if (!found) {
    return [];
  }
  if (found.kind === 'degrees') {
    const { position } = found;
    return [
      {
        id: ['', ...position].join(MARK),
        title: formatDms(position, lang.value),
        detail: `WGS 84 · ${formatDecimal(position)}`,
      },
    ];
  }
  const { east, north } = found;
  return maps.value.map((system) => ({
    id: [system.uri, east, north].join(MARK),
    title: `E ${east} N ${north}`,
    detail: nameOfSystem(system),
  }));
}

async function goTo(id: string): Promise<void> {
  const [system = '', first, second] = id.split(MARK);
  const place = await api.transform(system === '' ? null : system, null, [[Number(first), Number(second)]]);
  const [longitude, latitude] = place[0] ?? [0, 0];
  go({
    view: 'map',
    pin: { longitude, latitude },
    selected: null,
    camera: { longitude, latitude, zoom: PLACE_ZOOM },
  });
}
