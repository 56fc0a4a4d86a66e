import type { ComponentChildren, VNode } from 'preact';
import type { Address } from '../state/address';
import { go, hrefOf } from '../state/navigation';

/** A step to another address of the page; opens in a new tab like any link. */
export function Link({
  change,
  isCurrent = false,
  children,
  class: className,
  lang,
  title,
}: {
  readonly change: Partial<Address>;
  readonly isCurrent?: boolean;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly lang?: string;
  readonly title?: string;
}): VNode {
  const follow = (event: MouseEvent): void => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(change);
    }
  };
  return (
    <a
      href={hrefOf(change) || '/'}
      class={className}
      lang={lang}
      title={title}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={follow}>
      {children}
    </a>
  );
}
