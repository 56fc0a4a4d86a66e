import type { VNode } from 'preact';
import type { Indicator, Rollup, Unit } from '../api/types';
import { StatusSign } from '../controls/StatusSign';
import { Swatch } from '../controls/Swatch';
import { formatBare, formatCoverage, formatFigure } from '../format/figures';
import { nameOf, t, tCode } from '../i18n/text';
import { statusOf } from '../scale/scale';
import { scale } from '../state/choropleth';
import { drill, select } from '../state/drill';
import { lang, selected } from '../state/model';
import { cityMap } from './handle';
import { shortName } from './names';
import type { UnitRow } from './unitRows';

/** What a row of the table shows of its unit. */
export interface Shown {
  readonly what: Indicator;
  /** Whether the table is a panel; otherwise it is for screen readers alone, and nothing in it takes the focus. */
  readonly isOpen: boolean;
  readonly hasTarget: boolean;
  readonly hasCoverage: boolean;
}

/** A unit in the table of the map. */
export function UnitTableRow({
  row: { unit, rollup },
  shown,
}: {
  readonly row: UnitRow;
  readonly shown: Shown;
}): VNode {
  const write = shown.isOpen ? formatBare : formatFigure;
  return (
    <tr
      data-unit={unit.code}
      data-class={scale.value?.classIdOf(rollup) ?? 'noData'}
      class={selected.value?.code === unit.code ? 'is-selected' : undefined}
      onMouseEnter={() => cityMap.peek()?.hover(unit.code)}
      onMouseLeave={() => cityMap.peek()?.hover(null)}>
      <th scope="row">{shown.isOpen ? <UnitButton unit={unit} rollup={rollup} /> : nameOf(unit)}</th>
      <td class="number">{write(rollup?.value, shown.what, lang.value, (code) => tCode('unit', code))}</td>
      {shown.hasTarget ? <StatusCell rollup={rollup} isOpen={shown.isOpen} /> : null}
      {shown.hasCoverage ? <td class="number">{formatCoverage(rollup?.coverage)}</td> : null}
    </tr>
  );
}

/** Space or a click selects, Enter or a double click goes inside. */
function UnitButton({ unit, rollup }: { readonly unit: Unit; readonly rollup: Rollup | undefined }): VNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      drill(unit.code);
    }
  };
  return (
    <button
      type="button"
      class="quiet name"
      title={nameOf(unit)}
      aria-pressed={selected.value?.code === unit.code}
      onClick={() => select(unit.code)}
      onDblClick={() => drill(unit.code)}
      onKeyDown={onKeyDown}>
      <Swatch color={scale.value?.colorOf(rollup) ?? null} />
      {shortName(unit, lang.value)}
    </button>
  );
}

function StatusCell({ rollup, isOpen }: { readonly rollup: Rollup | undefined; readonly isOpen: boolean }): VNode {
  const status = statusOf(rollup);
  return <td class="sign-cell">{isOpen ? <StatusSign status={status} isBare /> : t(`status.${status}`)}</td>;
}
