import type { VNode } from 'preact';
import { Icon } from '../controls/Icon';
import { t } from '../i18n/text';
import { lang } from '../state/model';
import { go } from '../state/navigation';
import { AreaAnswer } from './AreaAnswer';
import { CopyButton } from './CopyButton';
import { formatAzimuth, formatMeters, formatSquareMeters } from './measures';
import { inverse, type Position } from './geodesy';
import { clampRadius, measuresOf, type Shape } from './shape';
import { before, draw, pulled, shape, show, undo } from './state';
import { isTyping } from './tool';

/** The shape that is drawn: its measures, and what the city says of what lies in it. */
export function AreaPanel(): VNode {
  const one = pulled.value ?? shape.value;
  const title = one ? t(`shape.${one.kind}`) : t('shape.unreadable');
  return (
    <section class="panel space-panel" data-edge="right" aria-label={title}>
      <div class="panel-head">
        <div>
          <h2>{title}</h2>
          {one ? <p class="hint">{writeMeasures(one)}</p> : null}
        </div>
        <button
          type="button"
          class="quiet"
          title={t('space.remove')}
          aria-label={t('space.remove')}
          onClick={() => go({ draw: null })}>
          <Icon name="close" />
        </button>
      </div>
      {one ? <ShapeTools one={one} /> : <p class="note">{t('shape.unreadableHint')}</p>}
      {one?.kind === 'measure' ? <Legs one={one} /> : <AreaAnswer />}
    </section>
  );
}

function writeMeasures(one: Shape): string {
  const { meters, squareMeters } = measuresOf(one);
  const length = formatMeters(meters, lang.value);
  return squareMeters === null
    ? t('measure.length', { length })
    : t('measure.area', { area: formatSquareMeters(squareMeters, lang.value), length });
}

function ShapeTools({ one }: { readonly one: Shape }): VNode {
  return (
    <div class="shape-tools">
      {one.kind === 'circle' || one.kind === 'line' ? <Radius one={one} /> : null}
      <div class="actions">
        <button type="button" disabled={before.value.length === 0} onClick={undo}>
          <Icon name="undo" />
          {t('space.undo')}
        </button>
        <button
          type="button"
          onClick={() => {
            isTyping.value = true;
          }}>
          <Icon name="type" />
          {t('space.edit')}
        </button>
        <button type="button" onClick={() => show(one)}>
          <Icon name="home" />
          {t('space.show')}
        </button>
        <CopyButton text={() => location.href} name={t('space.link')} />
      </div>
    </div>
  );
}

function Radius({ one }: { readonly one: Extract<Shape, { readonly radiusMeters: number }> }): VNode {
  return (
    <label class="radius">
      <span>{t(one.kind === 'circle' ? 'space.radius' : 'space.around')}</span>
      <input
        type="number"
        min="1"
        max="500000"
        step="any"
        value={one.radiusMeters}
        onChange={(event) => draw({ ...one, radiusMeters: clampRadius(event.currentTarget.valueAsNumber) })}
      />
      <span>m</span>
    </label>
  );
}

/** Every leg of a measured way with its length and direction. */
function Legs({ one }: { readonly one: Shape & { readonly kind: 'measure' } }): VNode {
  const [first] = one.path;
  const path = one.isClosed && first ? [...one.path, first] : one.path;
  const legs = path.slice(1).map((to, i) => inverse(path[i] as Position, to));
  return (
    <table class="legs">
      <caption class="for-readers">{t('measure.legs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('measure.leg')}</th>
          <th scope="col" class="number">
            {t('measure.azimuth')}
          </th>
          <th scope="col" class="number">
            {t('measure.meters')}
          </th>
        </tr>
      </thead>
      <tbody>
        {legs.map((leg, i) => (
          <tr key={i}>
            <th scope="row">{i + 1}</th>
            <td class="number">{formatAzimuth(leg.azimuth, lang.value)}</td>
            <td class="number">{formatMeters(leg.meters, lang.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
