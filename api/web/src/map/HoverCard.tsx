import type { VNode } from 'preact';
import { StatusSign } from '../controls/StatusSign';
import { formatFigure, formatGap } from '../format/figures';
import { nameOf, t, tCode } from '../i18n/text';
import { statusOf } from '../scale/scale';
import { boundTarget, differences } from '../state/choropleth';
import { indicator, lang, rollupByUnit, territory } from '../state/model';
import { isNarrow, pointed } from '../state/ui';

const OFFSET = 16;
const WIDTH = 240;

/** What the pointer is on. */
export function HoverCard(): VNode | null {
  const at = pointed.value;
  const unit = territory.value?.find(at?.code);
  const what = indicator.value;
  if (!at || !unit || !what || isNarrow.value) {
    return null;
  }
  const rollup = rollupByUnit.value.get(unit.code);
  const left = at.x + OFFSET + WIDTH > window.innerWidth ? at.x - OFFSET - WIDTH : at.x + OFFSET;
  return (
    <div class="hover-card" aria-hidden="true" style={{ transform: `translate(${left}px, ${at.y + OFFSET}px)` }}>
      <strong>{nameOf(unit)}</strong>
      <span class="hover-value">
        {rollup?.value == null
          ? t('status.noData')
          : formatFigure(rollup.value, what, lang.value, (code) => tCode('unit', code))}
      </span>
      {differences.value ? (
        <span>{t('legend.change', { change: formatGap(differences.value.get(unit.code), what, lang.value) })}</span>
      ) : null}
      {boundTarget.value && rollup ? <StatusSign status={statusOf(rollup)} /> : null}
    </div>
  );
}
