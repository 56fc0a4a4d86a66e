import { describe, expect, it } from 'vitest';
import { readAlertStates, signOfAlert, sortAlerts, withAlert, type AlertState, type Severity } from './states';

const alert = (id: string, state: AlertState, severity: Severity, at: string) => ({
  id,
  state,
  severity,
  changedAt: at,
});

describe('alerts', () => {
  it('come in the order in which they need somebody', () => {
    const sorted = sortAlerts([
      alert('d', 'resolved', 'critical', '2025-01-09'),
      alert('c', 'assigned', 'critical', '2025-01-09'),
      alert('b', 'raised', 'warning', '2025-01-09'),
      alert('a', 'raised', 'critical', '2025-01-01'),
      alert('e', 'raised', 'critical', '2025-01-02'),
    ]);
    expect(sorted.map((one) => one.id)).toEqual(['e', 'a', 'b', 'c', 'd']);
  });

  it('are those that are not over, unless the address asks for others', () => {
    expect(readAlertStates(null)).toEqual(['raised', 'acknowledged', 'assigned']);
    expect(readAlertStates('resolved')).toEqual(['resolved']);
    expect(readAlertStates('nonsense')).toEqual(['raised', 'acknowledged', 'assigned']);
  });

  it('are replaced where they stand, and added first', () => {
    const one = alert('a', 'raised', 'critical', '2025-01-01');
    const two = alert('b', 'raised', 'critical', '2025-01-01');
    const changed = { ...one, state: 'resolved' as const };
    expect(withAlert([one, two], changed)).toEqual([changed, two]);
    expect(withAlert([one], two)).toEqual([two, one]);
  });

  it('show that they are over before how bad they were', () => {
    expect(signOfAlert('resolved', 'critical')).toBe('met');
    expect(signOfAlert('raised', 'critical')).toBe('missed');
  });
});
