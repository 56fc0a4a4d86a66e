import type { VNode } from 'preact';
import { formatDay, formatPeriodShort } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { LiveDot } from '../live/LiveDot';
import { Search } from '../search/Search';
import { city, date, lang, period, scope, territory } from '../state/model';
import { Link } from '../controls/Link';
import { Languages } from './Languages';
import { Views } from './Views';

/** Where one is, on which day, in which language, and whether changes arrive. */
export function TopBar(): VNode {
  const tree = territory.value;
  const path = tree && scope.value ? tree.path(scope.value.code) : [];
  const root = city.value.value?.rootUnit;
  return (
    <header class="topbar" data-edge="top">
      <nav class="crumbs" aria-label={t('nav.place')}>
        <img src="/icon.svg" alt="" width="26" height="26" />
        <ol>
          {path.map((unit, i) => (
            <li key={unit.code}>
              {i === path.length - 1 ? (
                <span aria-current="location">{nameOf(unit)}</span>
              ) : (
                <Link
                  change={{
                    unit: unit.code === root ? null : unit.code,
                    level: null,
                    selected: null,
                    camera: null,
                  }}>
                  {nameOf(unit)}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <Views />
      <Badges />
      <span class="day" title={t('date.title')}>
        {period.value ? formatPeriodShort(period.value, lang.value) : ''}
        <small>{date.value ? t('date.boundaries', { day: formatDay(date.value, lang.value) }) : ''}</small>
      </span>
      <Search />
      <Languages />
      <LiveDot />
    </header>
  );
}

/** What the figures and shapes are not: always in sight while it holds. */
export function Badges(): VNode | null {
  const place = city.value.value;
  return place && (place.isDemo || place.isSchematic) ? (
    <span class="badges">
      {place.isDemo ? (
        <span class="badge" title={t('badge.demoTitle')}>
          {t('badge.demo')}
        </span>
      ) : null}
      {place.isSchematic ? (
        <span class="badge" title={t('badge.schematicTitle')}>
          {t('badge.schematic')}
        </span>
      ) : null}
    </span>
  ) : null;
}
