/** The boats on the map, kept up to date while the view is open. */

import { effect, signal } from '@preact/signals';
import { api } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { missedMoves, moved } from '../live/moves';
import { watchesVessels } from '../live/sse';
import { fleetUnit, renewFleet } from './resources';
import { FleetTable } from './table';

/** How long to gather moves: each may be one boat of thousands, and the map is drawn once for all. */
const GATHER_MILLISECONDS = 300;
/** How often one asks what changed without a move: who fell silent, whose papers ran out. */
const ASK_MILLISECONDS = 60_000;

/** The boats, and a number that grows whenever they change. */
export const fleet = signal<{ readonly table: FleetTable; readonly version: number; readonly asOf: string | null }>({
  table: new FleetTable(),
  version: 0,
  asOf: null,
});

/** Why the boats are not here. */
export const fleetProblem = signal<Problem | null>(null);

/** Follows the boats of the unit that one is in until the answer is called. */
export function followFleet(): () => void {
  watchesVessels.value = true;
  const stops = [
    effect(() => follow(fleetUnit.value)),
    () => {
      watchesVessels.value = false;
    },
  ];
  return () => stops.forEach((stop) => stop());
}

function follow(unit: string | null): () => void {
  const table = new FleetTable();
  let asOf: string | null = null;
  let version = fleet.peek().version;
  let isStopped = false;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    gathering = undefined;
    fleet.value = { table, version: ++version, asOf };
  };
  const ask = async (): Promise<void> => {
    try {
      const answer = await api.positions(unit, asOf);
      if (!isStopped) {
        table.apply(answer);
        asOf = answer.asOf;
        fleetProblem.value = null;
        tell();
      }
    } catch (error) {
      if (!isStopped) {
        fleetProblem.value = asProblem(error);
      }
    }
  };
  void ask();
  const timer = setInterval(() => {
    void ask();
    renewFleet();
  }, ASK_MILLISECONDS);
  // What came before the view was open is in the answer.
  const known = moved.peek();
  const stopMoves = moved.subscribe((positions) => {
    if (positions && positions !== known) {
      // Of a unit only those that are known: whether a new one belongs to it the next answer says.
      table.apply(positions, () => unit === null);
      gathering ??= setTimeout(tell, GATHER_MILLISECONDS);
    }
  });
  let missed = missedMoves.peek();
  const stopMisses = missedMoves.subscribe((count) => {
    if (count !== missed) {
      missed = count;
      void ask();
      renewFleet();
    }
  });
  return () => {
    isStopped = true;
    clearInterval(timer);
    clearTimeout(gathering);
    stopMoves();
    stopMisses();
  };
}
