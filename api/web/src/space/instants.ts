/** Steps of a slider back in time. Pure. */

const MINUTES = 30;
export const HOURS_BACK = 48;
/** The last step is now. */
export const STEPS = (HOURS_BACK * 60) / MINUTES;
const STEP_MILLISECONDS = MINUTES * 60_000;

/** The instant of a step, `2026-11-26T03:30Z`; `null` for now. */
export function instantOf(step: number, now: Date): string | null {
  if (step >= STEPS) {
    return null;
  }
  const whole = Math.floor(now.getTime() / STEP_MILLISECONDS) * STEP_MILLISECONDS;
  return `${new Date(whole - (STEPS - 1 - step) * STEP_MILLISECONDS).toISOString().slice(0, 16)}Z`;
}

/** The step nearest to an instant. */
export function stepOf(instant: string | null, now: Date): number {
  if (instant === null) {
    return STEPS;
  }
  const whole = Math.floor(now.getTime() / STEP_MILLISECONDS);
  const back = whole - Math.round(Date.parse(instant) / STEP_MILLISECONDS);
  return Math.min(STEPS - 1, Math.max(0, STEPS - 1 - back));
}
