import type { VNode } from 'preact';
import type { Area } from '../api/types';
import { formatFigure } from '../format/figures';
import { formatNumber } from '../format/numbers';
import { nameOf, t, tCode } from '../i18n/text';
import { indicator, lang } from '../state/model';
import { nameOfCollection } from './features';

/** So much of what stands in a shape is told at first glance; the rest is in the list below. */
const LAYERS: readonly string[] = ['sites', 'facilities'];

const words = (code: string): string => tCode('unit', code);

/** What lies in the shape, in one look: people, the figure that the map shows, boats, sites, facilities. */
export function AreaTotals({ area }: { readonly area: Area }): VNode {
  const what = indicator.value;
  const figure = area.figures.find((one) => one.indicator === what?.code);
  return (
    <dl class="area-totals">
      {what && figure ? (
        <Total
          name="figure"
          title={nameOf(what)}
          value={figure.value === null ? '–' : formatFigure(figure.value, what, lang.value, words)}
        />
      ) : null}
      <Total
        name="people"
        title={t('property.population')}
        value={area.population === null ? '–' : formatNumber(area.population, 0, lang.value)}
      />
      {area.fleet ? (
        <Total
          name="vessels"
          title={nameOfCollection('vessels')}
          value={formatNumber(area.fleet.vessels, 0, lang.value)}
        />
      ) : null}
      {LAYERS.map((id) => {
        const layer = area.places.find((one) => one.layer === id);
        return layer ? (
          <Total key={id} name={id} title={nameOfCollection(id)} value={formatNumber(layer.places, 0, lang.value)} />
        ) : null;
      })}
    </dl>
  );
}

function Total({
  name,
  title,
  value,
}: {
  readonly name: string;
  readonly title: string;
  readonly value: string;
}): VNode {
  return (
    <div data-total={name}>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  );
}
