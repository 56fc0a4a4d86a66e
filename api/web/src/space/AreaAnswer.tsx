import type { VNode } from 'preact';
import type { Area, Figure } from '../api/types';
import { PlainFigure } from '../card/FigureCard';
import { ProblemNote } from '../controls/ProblemNote';
import { formatNumber, formatShare } from '../format/numbers';
import { formatDay } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { indicator, lang, period } from '../state/model';
import { address, go } from '../state/navigation';
import { AreaTotals } from './AreaTotals';
import { FleetInArea } from './FleetInArea';
import { PlacesInArea } from './PlacesInArea';
import { answer, askAgain } from './state';
import { UnitsInArea } from './UnitsInArea';

/** From here on the area counts as lying in the city whole: what rounding leaves. */
const WHOLE = 0.9995;

/** What lies in the shape: people, the figure that the map shows, boats, places, units. */
export function AreaAnswer(): VNode | null {
  const loaded = answer.value;
  if (!loaded) {
    return null;
  }
  const area = loaded.value;
  return (
    <div class="area-answer" aria-busy={loaded.state === 'loading'}>
      {loaded.state === 'failed' ? <ProblemNote problem={loaded.problem} onRetry={askAgain} /> : null}
      {loaded.state === 'loading' && !area ? <p class="hint">{t('area.asking')}</p> : null}
      {area ? <Answer area={area} /> : null}
    </div>
  );
}

function Answer({ area }: { readonly area: Area }): VNode {
  return (
    <>
      <AreaTotals area={area} />
      <People area={area} />
      {area.figures.map((figure) => (
        <AreaFigure key={figure.indicator} figure={figure} />
      ))}
      {area.fleet ? <Weight /> : null}
      {area.shareInUnits < WHOLE ? (
        <p class="note">{t('area.outside', { share: formatShare(1 - area.shareInUnits, 1, lang.value) })}</p>
      ) : null}
      {area.isSchematic ? <p class="hint">{t('area.schematic')}</p> : null}
      {area.fleet ? <FleetInArea fleet={area.fleet} /> : null}
      <PlacesInArea places={area.places} />
      <UnitsInArea area={area} />
    </>
  );
}

/** By what the figures of units that the shape cuts are divided. */
function Weight(): VNode {
  const { isByArea } = address.value;
  return (
    <fieldset class="segments">
      <legend>{t('area.weight')}</legend>
      <div>
        <button type="button" aria-pressed={!isByArea} onClick={() => go({ isByArea: false })}>
          {t('method.population')}
        </button>
        <button type="button" aria-pressed={isByArea} onClick={() => go({ isByArea: true })}>
          {t('method.area')}
        </button>
      </div>
    </fieldset>
  );
}

/** How many people live there, and how far that can be trusted. */
function People({ area }: { readonly area: Area }): VNode {
  const known = area.unitsWithPopulation;
  const isOfDay = area.populationDate === null || area.populationDate === area.date;
  const divided = isOfDay ? area.units.filter((unit) => unit.shareOfUnit < WHOLE).length : 0;
  return (
    <article class="figure-card">
      <h3>{t('area.people')}</h3>
      <p class="figure">
        <data class={area.population === null ? 'value is-empty' : 'value'} value={area.population ?? ''}>
          {area.population === null ? t('area.peopleUnknown') : formatNumber(area.population, 0, lang.value)}
        </data>
        <span class="when">{formatDay(area.populationDate ?? area.date, lang.value)}</span>
      </p>
      <p class="hint">
        {t('area.peopleKnown', { known, units: area.populationUnits })}
        {isOfDay ? null : ` ${t('area.peopleOfOther', { day: formatDay(area.date, lang.value) })}`}
        {divided > 0 ? ` ${t('area.peopleDivided', { divided })}` : null}
      </p>
    </article>
  );
}

function AreaFigure({ figure }: { readonly figure: Figure }): VNode | null {
  const what = indicator.value;
  // Between two answers the figure may still be that of the indicator shown before.
  return what?.code === figure.indicator ? (
    <article class="figure-card" data-indicator={figure.indicator}>
      <h3>{nameOf(what)}</h3>
      <PlainFigure figure={figure} what={what} when={figure.period ?? period.value ?? ''} />
    </article>
  ) : null;
}
