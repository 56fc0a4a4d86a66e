import { effect, untracked } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import '../styles/space.css';
import { Icon } from '../controls/Icon';
import { t } from '../i18n/text';
import { cityMap } from '../map/handle';
import { lang } from '../state/model';
import { address } from '../state/navigation';
import { drawingOverlay } from './drawingOverlay';
import { formatMeters, formatSquareMeters } from './measures';
import { measuresOf } from './shape';
import { finish, undoPoint, type Sketch } from './sketch';
import { follow, isLaid, shape, show, shown, sketch } from './state';
import { tool } from './tool';

/** Keeps what is drawn on the map, and says how far a drawing is. */
export default function SpaceSession(): VNode | null {
  useEffect(() => {
    let isFirst = true;
    return effect(() => {
      const stop = cityMap.value?.lay(drawingOverlay());
      // A link leads to a shape; whoever draws one sees it already.
      const start = shape.peek();
      if (stop && isFirst) {
        isFirst = false;
        if (start && address.peek().camera === null) {
          untracked(() => show(start));
        }
      }
      return stop;
    });
  }, []);
  const drawing = sketch.value;
  return drawing && isLaid.value ? <DrawingBar drawing={drawing} /> : null;
}

/** What to do next, how much is drawn, and the buttons for those without a keyboard. */
function DrawingBar({ drawing }: { readonly drawing: Sketch }): VNode {
  const { points, tool: taken } = drawing;
  const one = shown.value;
  const measures = one ? measuresOf(one) : null;
  const done = finish(drawing).state === 'drawn';
  return (
    <div class="panel drawing-bar" role="group" aria-label={t(`tool.${taken}`)}>
      <p>
        <b>{t(`tool.${taken}`)}</b>{' '}
        <span class="hint">{t(points.length === 0 ? `start.${taken}` : `next.${taken}`)}</span>
      </p>
      <output aria-live="polite">
        {measures && points.length > 0 ? formatMeters(measures.meters, lang.value) : null}
        {measures?.squareMeters ? ` · ${formatSquareMeters(measures.squareMeters, lang.value)}` : null}
      </output>
      <div class="drawing-buttons">
        <button
          type="button"
          disabled={points.length === 0}
          onClick={() => {
            sketch.value = undoPoint(drawing);
          }}>
          <Icon name="undo" />
          {t('space.undo')}
        </button>
        {taken === 'place' || taken === 'circle' ? null : (
          <button type="button" disabled={!done} onClick={() => follow(finish(drawing))}>
            {t('space.finish')}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          title={t('space.cancel')}
          aria-label={t('space.cancel')}
          onClick={() => {
            tool.value = null;
          }}>
          <Icon name="close" />
        </button>
      </div>
    </div>
  );
}
