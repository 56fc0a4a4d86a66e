import { useSignal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { asProblem, type Problem } from '../api/problem';
import { ProblemNote } from './ProblemNote';

/** A view that is loaded when it is first opened. */
export function Lazy({ load }: { readonly load: () => Promise<{ default: ComponentType }> }): VNode | null {
  const view = useSignal<ComponentType | null>(null);
  const problem = useSignal<Problem | null>(null);
  useEffect(() => {
    load().then(
      (module) => {
        view.value = module.default;
      },
      (reason: unknown) => {
        problem.value = asProblem(reason);
      },
    );
  }, [load]);
  if (problem.value) {
    return (
      <div class="trouble panel">
        <ProblemNote problem={problem.value} onRetry={() => location.reload()} />
      </div>
    );
  }
  const View = view.value;
  return View ? <View /> : null;
}
