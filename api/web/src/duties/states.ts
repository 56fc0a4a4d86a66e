/** Where reports stand, from what needs somebody most to what needs nobody. */

import type { Status } from '../scale/statuses';

export const DUTY_STATES = [
  'returned',
  'missing',
  'late',
  'dueSoon',
  'pending',
  'corrected',
  'received',
  'waived',
] as const;

export type DutyState = (typeof DUTY_STATES)[number];

const signs: Readonly<Record<DutyState, Status>> = {
  returned: 'offTrack',
  missing: 'missed',
  late: 'offTrack',
  dueSoon: 'atRisk',
  pending: 'noData',
  corrected: 'onTrack',
  received: 'met',
  waived: 'noData',
};

/** The sign that a state is shown with. */
export function signOf(state: DutyState): Status {
  return signs[state];
}

/** Reads states out of an address; what is none is passed over. */
export function readStates(text: string | null): readonly DutyState[] {
  const wanted = (text ?? '').split(' ');
  return DUTY_STATES.filter((state) => wanted.includes(state));
}

/** How many reports stand so. */
export function countStates(
  items: readonly { readonly state: DutyState }[],
): readonly { readonly state: DutyState; readonly count: number }[] {
  return DUTY_STATES.map((state) => ({ state, count: items.filter((item) => item.state === state).length })).filter(
    ({ count }) => count > 0,
  );
}
