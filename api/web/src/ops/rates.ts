/** What happened between two readings, by the second. Pure. */

import type { GrainReadings } from '../api/types';

export interface ClassRates {
  readonly callsPerSecond: number;
  /** Threads held, on average: 1 is one processor's worth. */
  readonly busyThreads: number;
}

export interface Rates {
  readonly callsPerSecond: number;
  readonly writesPerSecond: number;
  /** Share of all processors, 0 to 1. */
  readonly cpuShare: number;
  /** Share of the time for which the collector stopped everything, 0 to 1. */
  readonly pauseShare: number;
  readonly classes: ReadonlyMap<string, ClassRates>;
}

/** The rates from one reading to a later one; null when there is no time between them, or the process is another. */
export function ratesOf(before: GrainReadings, after: GrainReadings): Rates | null {
  const seconds = (Date.parse(after.at) - Date.parse(before.at)) / 1000;
  if (!(seconds > 0) || before.process.startedAt !== after.process.startedAt) {
    return null;
  }
  const earlier = new Map(before.classes.map((one) => [one.name, one]));
  const classes = new Map<string, ClassRates>();
  for (const one of after.classes) {
    const was = earlier.get(one.name);
    classes.set(one.name, {
      callsPerSecond: rise(was?.calls, one.calls) / seconds,
      busyThreads: rise(was?.busySeconds, one.busySeconds) / seconds,
    });
  }
  return {
    callsPerSecond: [...classes.values()].reduce((sum, one) => sum + one.callsPerSecond, 0),
    writesPerSecond: rise(before.logHead, after.logHead) / seconds,
    cpuShare: rise(before.process.cpuSeconds, after.process.cpuSeconds) / seconds / after.process.processors,
    pauseShare: rise(before.process.collectorPauseSeconds, after.process.collectorPauseSeconds) / seconds,
    classes,
  };
}

/** How much a count rose; one that was not there before rose from zero. */
function rise(before: number | null | undefined, after: number | null | undefined): number {
  return Math.max(0, (after ?? 0) - (before ?? 0));
}

/** A number of bytes in the largest unit that leaves it at 1 or more. */
export function sizeOf(bytes: number): { readonly amount: number; readonly unit: 'B' | 'KB' | 'MB' | 'GB' } {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  let amount = bytes;
  let step = 0;
  while (amount >= 1024 && step < units.length - 1) {
    amount /= 1024;
    step++;
  }
  return { amount, unit: units[step] ?? 'GB' };
}

/** The columns that the table of classes can be sorted by. */
export const CLASS_COLUMNS = [
  'name',
  'activations',
  'waitingCalls',
  'deepestMailbox',
  'callsPerSecond',
  'busyThreads',
  'failures',
  'timeouts',
  'refusals',
  'slowTurns',
] as const;

export type ClassColumn = (typeof CLASS_COLUMNS)[number];

export type ClassRow = Readonly<Record<Exclude<ClassColumn, 'name'>, number | null>> & { readonly name: string };

/** The classes with their rates, sorted: names from A to Z, numbers from the largest, what is not counted last. */
export function classRows(latest: GrainReadings, rates: Rates | null, by: ClassColumn): readonly ClassRow[] {
  const rows = latest.classes.map((one): ClassRow => {
    const rate = rates?.classes.get(one.name);
    return {
      name: one.name,
      activations: one.activations,
      waitingCalls: one.waitingCalls ?? null,
      deepestMailbox: one.deepestMailbox ?? null,
      callsPerSecond: one.calls === null ? null : (rate?.callsPerSecond ?? null),
      busyThreads: one.busySeconds === null ? null : (rate?.busyThreads ?? null),
      failures: one.failures ?? null,
      timeouts: one.timeouts ?? null,
      refusals: one.refusals ?? null,
      slowTurns: one.slowTurns ?? null,
    };
  });
  const compare = (a: ClassRow, b: ClassRow): number =>
    by === 'name' ? 0 : (b[by] ?? Number.NEGATIVE_INFINITY) - (a[by] ?? Number.NEGATIVE_INFINITY) || 0;
  return rows.sort((a, b) => compare(a, b) || a.name.localeCompare(b.name, 'en'));
}
