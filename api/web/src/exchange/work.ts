/** What a form has under way. */

import { signal, type Signal } from '@preact/signals';
import { asProblem, type Problem } from '../api/problem';

export interface Work {
  readonly isBusy: Signal<boolean>;
  /** Why the last thing did not work. */
  readonly problem: Signal<Problem | null>;
  /** The question has changed: what is under way answers none any more. */
  readonly overtake: () => void;
  /** Asks something; the answer counts if nothing has overtaken it. */
  readonly ask: (question: (isLast: () => boolean) => Promise<void>) => Promise<void>;
  /** Does something, of which is told how it ended whatever else was asked meanwhile. */
  readonly act: (deed: () => Promise<void>) => Promise<void>;
}

export function makeWork(): Work {
  const isBusy = signal(false);
  const problem = signal<Problem | null>(null);
  let runs = 0;
  const run = async (work: (isLast: () => boolean) => Promise<void>, isTold: boolean): Promise<void> => {
    const own = ++runs;
    const isLast = (): boolean => own === runs;
    isBusy.value = true;
    problem.value = null;
    try {
      await work(isLast);
    } catch (reason) {
      if (isTold || isLast()) {
        problem.value = asProblem(reason);
      }
    } finally {
      if (isLast()) {
        isBusy.value = false;
      }
    }
  };
  return {
    isBusy,
    problem,
    overtake: () => {
      runs++;
      isBusy.value = false;
      problem.value = null;
    },
    ask: (question) => run(question, false),
    act: (deed) => run(deed, true),
  };
}
