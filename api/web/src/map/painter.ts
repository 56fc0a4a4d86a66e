/** Colours of the units on the map, changed softly. */

import { mix } from '../scale/oklab';

/** How one unit is drawn. */
export interface UnitPaint {
  /** `null` is no data: grey and hatched. */
  readonly color: string | null;
  readonly isOutside: boolean;
  readonly isFaded: boolean;
}

/** What the painter needs of the map. */
export interface PaintTarget {
  setState: (code: string, state: Record<string, unknown>) => void;
  clear: () => void;
}

/** Long enough to be seen, short enough to be over before the next thought. */
export const FADE_MILLISECONDS = 350;
/** Above this many changes at once the colours jump: a frame has to stay under 16 ms. */
export const MAX_FADES = 400;

export class Painter {
  #paints: ReadonlyMap<string, UnitPaint> = new Map();
  readonly #fades = new Map<string, { readonly from: string; readonly to: string; readonly start: number }>();
  #frame = 0;

  constructor(
    readonly target: PaintTarget,
    readonly noData: string,
    readonly isStill: () => boolean,
  ) {}

  /** Forgets what is drawn: the shapes are about to be replaced. */
  reset(): void {
    this.#paints = new Map();
    this.#fades.clear();
    this.target.clear();
  }

  /** Draws the units so; those that change colour fade. */
  paint(paints: ReadonlyMap<string, UnitPaint>): void {
    const now = performance.now();
    const changed = [...paints].filter(([code, paint]) => !samePaint(paint, this.#paints.get(code)));
    const fades = changed.length <= MAX_FADES && !this.isStill();
    for (const [code, paint] of changed) {
      const before = this.#paints.get(code);
      const to = paint.color ?? this.noData;
      const from = before ? (before.color ?? this.noData) : to;
      this.target.setState(code, {
        hatched: paint.color === null,
        outside: paint.isOutside,
        faded: paint.isFaded,
        ...(fades && from !== to ? {} : { color: to }),
      });
      if (fades && from !== to) {
        this.#fades.set(code, { from, to, start: now });
      } else {
        this.#fades.delete(code);
      }
    }
    this.#paints = paints;
    if (this.#fades.size > 0 && this.#frame === 0) {
      this.#frame = requestAnimationFrame(this.#step);
    }
  }

  /** Stops drawing. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#fades.clear();
  }

  readonly #step = (now: number): void => {
    this.#frame = 0;
    for (const [code, { from, to, start }] of this.#fades) {
      const share = Math.min(1, Math.max(0, (now - start) / FADE_MILLISECONDS));
      this.target.setState(code, { color: mix(from, to, share * (2 - share)) });
      if (share === 1) {
        this.#fades.delete(code);
      }
    }
    if (this.#fades.size > 0) {
      this.#frame = requestAnimationFrame(this.#step);
    }
  };
}

function samePaint(a: UnitPaint, b: UnitPaint | undefined): boolean {
  return b !== undefined && a.color === b.color && a.isOutside === b.isOutside && a.isFaded === b.isFaded;
}
