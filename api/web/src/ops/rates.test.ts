import { describe, expect, it } from 'vitest';
import type { GrainReadings } from '../api/types';
import { classRows, ratesOf, sizeOf } from './rates';

function reading(at: string, change: (one: Mutable) => void = () => undefined): GrainReadings {
  const one: Mutable = {
    at,
    health: { isReady: true, detail: '' },
    process: {
      startedAt: '2026-11-26T00:00:00Z',
      processors: 2,
      cpuSeconds: 10,
      workingSetBytes: 1,
      heapBytes: 1,
      collectorPauseSeconds: 1,
      poolThreads: 2,
      poolQueue: 0,
    },
    logHead: 100,
    dashboard: null,
    classes: [grains('UnitGrain', 1000, 5), grains('AlertGrain', 50, 1)],
    busiest: [],
    incidents: [],
  };
  change(one);
  return one;
}

type Mutable = { -readonly [K in keyof GrainReadings]: GrainReadings[K] };

function grains(name: string, calls: number | null, busySeconds: number | null): GrainReadings['classes'][number] {
  return {
    name,
    activations: 3,
    waitingCalls: 0,
    deepestMailbox: 0,
    activated: 3,
    calls,
    busySeconds,
    failures: 0,
    failedActivations: 0,
    lostOneWays: 0,
    timeouts: 0,
    refusals: 0,
    slowTurns: 0,
  };
}

const first = reading('2026-11-26T01:00:00Z');

describe('rates', () => {
  it('are differences by the second', () => {
    const second = reading('2026-11-26T01:00:04Z', (one) => {
      one.logHead = 140;
      one.process = { ...one.process, cpuSeconds: 14, collectorPauseSeconds: 1.2 };
      one.classes = [grains('UnitGrain', 3000, 7), grains('NewGrain', 8, 0)];
    });

    const rates = ratesOf(first, second);

    expect(rates?.writesPerSecond).toBe(10);
    expect(rates?.cpuShare).toBe(0.5);
    expect(rates?.pauseShare).toBeCloseTo(0.05);
    expect(rates?.classes.get('UnitGrain')).toEqual({ callsPerSecond: 500, busyThreads: 0.5 });
    expect(rates?.classes.get('NewGrain')?.callsPerSecond).toBe(2);
    expect(rates?.callsPerSecond).toBe(502);
  });

  it('are not made of two processes, nor of one instant', () => {
    const restarted = reading('2026-11-26T01:00:04Z', (one) => {
      one.process = { ...one.process, startedAt: '2026-11-26T01:00:03Z' };
    });

    expect(ratesOf(first, restarted)).toBeNull();
    expect(ratesOf(first, first)).toBeNull();
  });
});

describe('rows of classes', () => {
  it('come largest first, with what is not counted last', () => {
    const second = reading('2026-11-26T01:00:02Z', (one) => {
      one.classes = [grains('A', null, null), grains('B', 10, 0), grains('C', 90, 0)];
    });

    const rows = classRows(second, ratesOf(first, second), 'callsPerSecond');

    expect(rows.map((row) => row.name)).toEqual(['C', 'B', 'A']);
    expect(rows.map((row) => row.callsPerSecond)).toEqual([45, 5, null]);
  });

  it('come by name where numbers are the same, and have no rate before the second reading', () => {
    const rows = classRows(first, null, 'failures');

    expect(rows.map((row) => row.name)).toEqual(['AlertGrain', 'UnitGrain']);
    expect(rows[0]?.callsPerSecond).toBeNull();
  });
});

describe('sizes', () => {
  it.each([
    [0, 0, 'B'],
    [1023, 1023, 'B'],
    [1024, 1, 'KB'],
    [360 * 1024 * 1024, 360, 'MB'],
    [5 * 1024 ** 4, 5120, 'GB'],
  ])('of %d bytes', (bytes, amount, unit) => expect(sizeOf(bytes)).toEqual({ amount, unit }));
});
