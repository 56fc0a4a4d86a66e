import { useSignal, type Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { Drawer } from '../controls/Drawer';
import { ProblemNote } from '../controls/ProblemNote';
import { t } from '../i18n/text';
import { formatDecimal } from './coordinates';
import type { Position } from './geodesy';
import { MAX_READ_CHARACTERS, readShape, UnreadShape, type Kind } from './readShape';
import { clampRadius, DEFAULT_RADIUS_METERS, MAX_POSITIONS, positionsOf, withPositions, type Shape } from './shape';
import { fitShape, type Fitted } from './simplify';
import { draw, shape, show } from './state';
import { maps, nameOfSystem } from './systems';
import { isTyping } from './tool';

const KINDS: readonly Kind[] = ['polygon', 'circle', 'line', 'measure'];

interface Form {
  readonly kind: Signal<Kind>;
  readonly text: Signal<string>;
  readonly radius: Signal<number>;
  /** The URI of the system that the numbers are in; empty for degrees. */
  readonly system: Signal<string>;
  readonly error: Signal<Problem | UnreadShape | null>;
  readonly fitted: Signal<Fitted | null>;
  readonly isBusy: Signal<boolean>;
}

/** A shape without a pointer: typed, pasted or out of a file, in degrees or in meters of any of Vietnam's maps. */
export function ShapeEntry(): VNode {
  const start = shape.peek();
  const form: Form = {
    kind: useSignal<Kind>(start?.kind ?? 'polygon'),
    text: useSignal(start ? linesOf(start) : ''),
    radius: useSignal(start && 'radiusMeters' in start ? start.radiusMeters : DEFAULT_RADIUS_METERS),
    system: useSignal(''),
    error: useSignal<Problem | UnreadShape | null>(null),
    fitted: useSignal<Fitted | null>(null),
    isBusy: useSignal(false),
  };
  useEffect(() => () => void (isTyping.value = false), []);
  const close = (): void => {
    isTyping.value = false;
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    form.isBusy.value = true;
    form.error.value = null;
    try {
      take(await located(form), form, close);
    } catch (reason) {
      form.error.value = reason instanceof UnreadShape ? reason : asProblem(reason);
    } finally {
      form.isBusy.value = false;
    }
  };
  return (
    <Drawer
      id="shape-entry"
      title={t('entry.title')}
      subtitle={t('entry.subtitle')}
      isBusy={form.isBusy.value}
      onClose={close}>
      <form class="shape-entry" onSubmit={(event) => void submit(event)}>
        <Kinds kind={form.kind} />
        <Systems system={form.system} />
        {form.kind.value === 'circle' || form.kind.value === 'line' ? <Radius radius={form.radius} /> : null}
        <label>
          <span>{t(`positions.${form.kind.value}`)}</span>
          <textarea
            rows={10}
            spellcheck={false}
            value={form.text.value}
            placeholder={
              form.system.value === '' ? '20.8602, 106.6801\n20°51′36″B 106°41′00″Đ' : '587432.10 2307674.41'
            }
            onInput={(event) => {
              form.text.value = event.currentTarget.value;
            }}
          />
        </label>
        <label>
          <span>{t('entry.file')}</span>
          <input
            type="file"
            accept=".geojson,.json,.wkt,.txt,.csv"
            onChange={(event) => void readFile(event.currentTarget.files?.[0], form)}
          />
        </label>
        <Trouble error={form.error.value} />
        {form.fitted.value ? <Simplified fitted={form.fitted.value} /> : null}
        <button type="submit" class="wide" disabled={form.isBusy.value}>
          {t('entry.draw')}
        </button>
      </form>
    </Drawer>
  );
}

/** Draws the shape; one that had to lose positions is shown with what it lost, and drawn by the next press. */
function take(read: Shape, form: Form, close: () => void): void {
  const fitted = fitShape(read);
  if (fitted.toleranceMeters > 0) {
    form.fitted.value = fitted;
    form.text.value = linesOf(fitted.shape);
  } else {
    close();
  }
  draw(fitted.shape);
  show(fitted.shape);
}

/** The shape of the form in degrees; the server carries meters over. */
async function located(form: Form): Promise<Shape> {
  const isMeters = form.system.value !== '';
  const read = readShape(form.text.value, {
    kind: form.kind.value,
    radiusMeters: clampRadius(form.radius.value),
    isMeters,
  });
  if (!isMeters) {
    return read;
  }
  const positions = positionsOf(read);
  const carried: Position[] = [];
  for (let start = 0; start < positions.length; start += MAX_POSITIONS) {
    carried.push(...(await api.transform(form.system.value, null, positions.slice(start, start + MAX_POSITIONS))));
  }
  return withPositions(read, carried);
}

async function readFile(file: File | undefined, form: Form): Promise<void> {
  if (!file) {
    return;
  }
  form.error.value = null;
  form.fitted.value = null;
  if (file.size > MAX_READ_CHARACTERS) {
    form.error.value = new UnreadShape('large', { megabytes: MAX_READ_CHARACTERS / 1_000_000 });
    return;
  }
  form.text.value = await file.text();
}

function linesOf(one: Shape): string {
  // Holes and several polygons need a form that says which position belongs where.
  return one.kind === 'polygon' && one.polygons.flat().length > 1
    ? JSON.stringify({
        type: 'MultiPolygon',
        coordinates: one.polygons.map((rings) => rings.map((ring) => [...ring, ...ring.slice(0, 1)])),
      })
    : [...positionsOf(one), ...(one.kind === 'measure' && one.isClosed ? one.path.slice(0, 1) : [])]
        .map(formatDecimal)
        .join('\n');
}

function Kinds({ kind }: { readonly kind: Signal<Kind> }): VNode {
  return (
    <fieldset class="segments">
      <legend>{t('entry.kind')}</legend>
      <div>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={kind.value === one}
            onClick={() => {
              kind.value = one;
            }}>
            {t(`kind.${one}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Systems({ system }: { readonly system: Signal<string> }): VNode {
  return (
    <label>
      <span>{t('entry.system')}</span>
      <select
        value={system.value}
        onChange={(event) => {
          system.value = event.currentTarget.value;
        }}>
        <option value="">{t('entry.degrees')}</option>
        {maps.value.map((one) => (
          <option key={one.uri} value={one.uri}>
            {nameOfSystem(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Radius({ radius }: { readonly radius: Signal<number> }): VNode {
  return (
    <label>
      <span>{t('entry.radius')}</span>
      <input
        type="number"
        min="1"
        max="500000"
        step="any"
        required
        value={radius.value}
        onInput={(event) => {
          radius.value = event.currentTarget.valueAsNumber;
        }}
      />
    </label>
  );
}

function Trouble({ error }: { readonly error: Problem | UnreadShape | null }): VNode | null {
  if (!error) {
    return null;
  }
  return error instanceof UnreadShape ? (
    <p class="problem" role="alert">
      {t(`read.${error.reason}`, error.args)}
    </p>
  ) : (
    <ProblemNote problem={error} />
  );
}

function Simplified({ fitted }: { readonly fitted: Fitted }): VNode {
  return (
    <p class="note" role="status">
      {t('entry.simplified', {
        before: fitted.positionsBefore,
        after: positionsOf(fitted.shape).length,
        meters: fitted.toleranceMeters,
      })}
    </p>
  );
}
