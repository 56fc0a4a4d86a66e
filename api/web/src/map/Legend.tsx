import type { VNode } from 'preact';
import type { Indicator } from '../api/types';
import { StatusSign } from '../controls/StatusSign';
import { formatFigure, formatGap, formatTarget, formatBare } from '../format/figures';
import { formatNumber } from '../format/numbers';
import { formatDay, formatPeriodShort } from '../format/periods';
import { t, tCode } from '../i18n/text';
import type { LegendClass, Scale } from '../scale/scale';
import { boundTarget, other, scale } from '../state/choropleth';
import { indicator, lang, period, rollups } from '../state/model';
import { isPlaying, pointedClass } from '../state/ui';

const words = (code: string): string => tCode('unit', code);

/** The classes with their breaks and counts. Pointing at one picks its units out on the map. */
export function Legend(): VNode | null {
  const what = indicator.value;
  const shown = scale.value;
  if (!what || !shown) {
    return rollups.value.state === 'loading' ? (
      <p class="hint" aria-live="polite">
        {t('state.loading')}
      </p>
    ) : null;
  }
  const most = Math.max(1, shown.missing, ...shown.classes.map((item) => item.count));
  return (
    <div class="legend">
      <h3>
        {t('legend.title')} <small>{unitOf(what, shown)}</small>
      </h3>
      <ul>
        {[...shown.classes].reverse().map((item) => (
          <Row
            key={item.id}
            id={item.id}
            count={item.count}
            most={most}
            swatch={item.status ? null : <span class="swatch" style={{ backgroundColor: item.color }} />}>
            {item.status ? <StatusSign status={item.status} /> : rangeOf(item, what, shown)}
          </Row>
        ))}
        <Row id="noData" count={shown.missing} most={most} swatch={<span class="swatch hatched" />}>
          {t('status.noData')}
        </Row>
      </ul>
      {shown.classes.every(({ count }) => count === 0) ? (
        <p class="hint">{t('legend.reportedBy', { level: tCode('level', what.reportingLevel) })}</p>
      ) : null}
      {shown.method === 'difference' ? <ChangeNote /> : <TargetNote what={what} />}
      {isPlaying.value ? <p class="hint">{t('legend.held')}</p> : null}
    </div>
  );
}

function Row({
  id,
  count,
  most,
  swatch,
  children,
}: {
  readonly id: string;
  readonly count: number;
  readonly most: number;
  readonly swatch: VNode | null;
  readonly children: VNode | string;
}): VNode {
  const point = (): void => {
    pointedClass.value = id;
  };
  const leave = (): void => {
    pointedClass.value = null;
  };
  return (
    <li onMouseEnter={point} onMouseLeave={leave} class={pointedClass.value === id ? 'is-pointed' : undefined}>
      <button type="button" title={t('legend.point')} onFocus={point} onBlur={leave}>
        {swatch}
        <span class="legend-range">{children}</span>
        <span class="legend-count">{formatNumber(count, 0, lang.value)}</span>
        <span class="legend-bar" aria-hidden="true">
          <span style={{ width: `${(count / most) * 100}%` }} />
        </span>
      </button>
    </li>
  );
}

/** Which period less which. */
function ChangeNote(): VNode | null {
  const [from, to] = [other.value, period.value];
  return from && to ? (
    <p class="hint">
      {t('legend.difference', { from: formatPeriodShort(from, lang.value), to: formatPeriodShort(to, lang.value) })}
    </p>
  ) : null;
}

function TargetNote({ what }: { readonly what: Indicator }): VNode | null {
  const target = boundTarget.value;
  return target === null ? null : (
    <p class="hint">
      {t('legend.target', {
        target: formatTarget(target, what, lang.value, words),
        day: target.dueDate ? formatDay(target.dueDate, lang.value) : t('target.noDue'),
      })}
    </p>
  );
}

function unitOf(what: Indicator, shown: Scale): string {
  return shown.method === 'status' || what.unitOfMeasure === 'boolean' ? '' : words(what.unitOfMeasure);
}

function rangeOf({ from, to }: LegendClass, what: Indicator, shown: Scale): string {
  if (from === null || to === null) {
    return '';
  }
  if (what.unitOfMeasure === 'boolean') {
    return formatFigure(from, what, lang.value, words);
  }
  // As many decimals as the edges have, the same on every row.
  const decimals = Math.max(...shown.edges.map(decimalsNeeded));
  const write = (edge: number): string =>
    shown.method === 'difference'
      ? formatGap(edge, { ...what, decimals }, lang.value)
      : formatBare(edge, { ...what, decimals }, lang.value, words);
  return from === to ? write(from) : `${write(from)} – ${write(to)}`;
}

function decimalsNeeded(edge: number): number {
  return [0, 1, 2].find((decimals) => Math.abs(Number(edge.toFixed(decimals)) - edge) < 1e-9) ?? 2;
}
