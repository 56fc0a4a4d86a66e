import type { VNode } from 'preact';
import type { Unit } from '../api/types';
import { Successions } from '../boundaries/Successions';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { StatusSign } from '../controls/StatusSign';
import { formatAmount } from '../format/numbers';
import { formatDay } from '../format/periods';
import { nameOf, t, tCode } from '../i18n/text';
import { STATUSES } from '../scale/statuses';
import { drill, goUp, select } from '../state/drill';
import { absent, city, date, focus, lang, on, period, scope, scorecardOf, selected, territory } from '../state/model';
import { FigureCard } from './FigureCard';

/** What was clicked; the unit that one is in while nothing is. */
export function UnitPanel(): VNode | null {
  const unit = focus.value;
  if (!unit) {
    return null;
  }
  const hasInside = (territory.value?.children(unit.code).length ?? 0) > 0;
  const isSelected = selected.value !== null;
  return (
    <section class="panel unit-panel" data-edge="right" aria-label={t('panel.unit')}>
      <div class="panel-head">
        <div>
          <h2>{nameOf(unit)}</h2>
          <p class="hint">{factsOf(unit)}</p>
        </div>
        {isSelected ? (
          <button
            type="button"
            class="quiet"
            title={t('action.close')}
            aria-label={t('action.close')}
            onClick={() => select(null)}>
            <Icon name="close" />
          </button>
        ) : null}
      </div>
      <AbsentNote />
      <FigureCard unit={unit} />
      <Successions unit={unit} />
      <ScoreLink unit={unit} />
      <div class="actions">
        {isSelected && hasInside ? (
          <button type="button" onClick={() => drill(unit.code)}>
            <Icon name="into" />
            {t('action.inside')}
          </button>
        ) : null}
        {!isSelected && scope.value?.upperUnit ? (
          <button type="button" onClick={goUp}>
            <Icon name="up" />
            {t('action.up')}
          </button>
        ) : null}
      </div>
    </section>
  );
}

/** Boundaries change: the unit that the address names may not stand on the day of the period. */
function AbsentNote(): VNode | null {
  const missing = absent.value;
  if (!missing || !date.value) {
    return null;
  }
  const day = formatDay(date.value, lang.value);
  const { code, unit } = missing;
  return (
    <p class="note">
      {unit === null
        ? t('absent.unknown', { code, day })
        : t(unit.validTo === null ? 'absent.notYet' : 'absent.noMore', {
            name: nameOf(unit),
            code,
            day,
            from: formatDay(unit.validFrom, lang.value),
            to: formatDay(unit.validTo ?? '', lang.value),
          })}
    </p>
  );
}

function factsOf(unit: Unit): string {
  const facts = [tCode('level', unit.level), `${t('facts.code')} ${unit.code}`];
  if (unit.areaSquareKilometers !== null) {
    facts.push(`${formatAmount(Math.round(unit.areaSquareKilometers * 10) / 10, lang.value)} km²`);
  }
  if (unit.population !== null) {
    facts.push(t('facts.people', { count: formatAmount(unit.population, lang.value) }));
  }
  return facts.join(' · ');
}

/** How the unit stands against all its targets, and the way to them. */
function ScoreLink({ unit }: { readonly unit: Unit }): VNode | null {
  const when = period.value;
  // Targets are held against figures on the boundaries of then, on which this unit may not have stood.
  const rows = when && on.value === null ? scorecardOf(unit.code, when).value.value : undefined;
  if (!rows || rows.length === 0) {
    return null;
  }
  const root = city.value.value?.rootUnit;
  return (
    <Link
      class="score-link"
      change={{ view: 'scorecard', unit: unit.code === root ? null : unit.code, level: null, selected: null }}>
      <span>{t('card.targets', { count: rows.length })}</span>
      <span class="score-counts">
        {STATUSES.map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
          .filter(({ count }) => count > 0)
          .map(({ status, count }) => (
            <span key={status}>
              <StatusSign status={status} isBare />
              {count}
            </span>
          ))}
      </span>
    </Link>
  );
}
