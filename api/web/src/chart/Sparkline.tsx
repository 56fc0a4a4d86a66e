import type { VNode } from 'preact';
import type { Figure } from '../api/types';
import { goalLine, linePath, toTrend, valueRange } from './trend';

const WIDTH = 96;
const HEIGHT = 26;

/** The course of a figure in the height of a line of text, with what it should come to as a dashed line. */
export function Sparkline({
  series,
  goal,
  description,
}: {
  readonly series: readonly Figure[];
  readonly goal: number | null;
  readonly description: string;
}): VNode | null {
  const { times, values } = toTrend(series);
  if (times.length < 2) {
    return null;
  }
  const range = valueRange(values, goal === null ? [] : [goal]);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={description}>
      {goal === null ? null : <path class="sparkline-goal" d={goalLine(goal, WIDTH, HEIGHT, range)} />}
      <path class="sparkline-line" d={linePath(times, values, WIDTH, HEIGHT, range)} />
    </svg>
  );
}
