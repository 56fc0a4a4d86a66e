/** States and severities of alerts, from what needs somebody most. */

import type { Status } from '../scale/statuses';

export const ALERT_STATES = ['raised', 'acknowledged', 'assigned', 'resolved'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const SEVERITIES = ['critical', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

const signs: Readonly<Record<Severity, Status>> = { critical: 'missed', warning: 'atRisk', info: 'onTrack' };

/** The sign that a severity is shown with; a resolved alert is met. */
export function signOfAlert(state: AlertState, severity: Severity): Status {
  return state === 'resolved' ? 'met' : signs[severity];
}

interface Sortable {
  readonly id: string;
  readonly state: AlertState;
  readonly severity: Severity;
  readonly changedAt: string;
}

/** What needs somebody first: by state, then severity, then latest change. */
export function sortAlerts<T extends Sortable>(alerts: readonly T[]): readonly T[] {
  return [...alerts].sort(
    (a, b) =>
      ALERT_STATES.indexOf(a.state) - ALERT_STATES.indexOf(b.state) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.changedAt.localeCompare(a.changedAt) ||
      a.id.localeCompare(b.id),
  );
}

/** The states that an address asks for; all but resolved when it asks for none. */
export function readAlertStates(text: string | null): readonly AlertState[] {
  const wanted = (text ?? '').split(' ');
  const states = ALERT_STATES.filter((state) => wanted.includes(state));
  return states.length > 0 ? states : ALERT_STATES.filter((state) => state !== 'resolved');
}

/** A list with one alert replaced, or added, by what came of it. */
export function withAlert<T extends { readonly id: string }>(alerts: readonly T[], changed: T): readonly T[] {
  return alerts.some((alert) => alert.id === changed.id)
    ? alerts.map((alert) => (alert.id === changed.id ? changed : alert))
    : [changed, ...alerts];
}
