import { useSignal, type Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { unseen } from '../alerts/resources';
import { Icon } from '../controls/Icon';
import { Link } from '../controls/Link';
import { t } from '../i18n/text';
import { VIEWS, type View } from '../state/address';
import { address } from '../state/navigation';
import { fitting } from './fit';

interface Room {
  readonly widths: readonly number[];
  readonly all: number;
  readonly menu: number;
}

/** The ways to look at the city. Those that the bar has no room for are in a menu at its end. */
export function Views(): VNode {
  const nav = useRef<HTMLElement>(null);
  const ruler = useRef<HTMLSpanElement>(null);
  const room = useRoom(nav, ruler);
  const current = address.value.view;
  const places = room.value
    ? fitting(room.value.widths, room.value.all, room.value.menu, VIEWS.indexOf(current))
    : [...VIEWS.keys()];
  const rest = VIEWS.filter((_, place) => !places.includes(place));
  return (
    <nav ref={nav} class="views" aria-label={t('nav.views')}>
      {VIEWS.filter((_, place) => places.includes(place)).map((view) => (
        <ViewLink key={view} view={view} />
      ))}
      {rest.length > 0 ? <MoreViews views={rest} /> : null}
      <span ref={ruler} class="views-ruler" aria-hidden="true">
        {VIEWS.map((view) => (
          <span key={view}>
            {t(`view.${view}`)}
            <Unseen of={[view]} />
          </span>
        ))}
        <span>
          {t('nav.more')}
          <Unseen of={VIEWS} />
          <Icon name="down" />
        </span>
      </span>
    </nav>
  );
}

/** What the links would take and what there is, measured anew when either changes: the window, the language, a font. */
function useRoom(nav: { current: HTMLElement | null }, ruler: { current: HTMLElement | null }): Signal<Room | null> {
  const room = useSignal<Room | null>(null);
  useLayoutEffect(() => {
    const measure = (): void => {
      const widths = [...(ruler.current?.children ?? [])].map((child) => child.getBoundingClientRect().width);
      const next = { widths: widths.slice(0, -1), all: nav.current?.clientWidth ?? 0, menu: widths.at(-1) ?? 0 };
      if (JSON.stringify(next) !== JSON.stringify(room.peek())) {
        room.value = next;
      }
    };
    measure();
    const watch = new ResizeObserver(measure);
    for (const element of [nav.current, ...(ruler.current?.children ?? [])]) {
      if (element) {
        watch.observe(element);
      }
    }
    return () => watch.disconnect();
  }, []);
  return room;
}

function ViewLink({ view }: { readonly view: View }): VNode {
  return (
    <Link change={{ view, sort: null, find: '', statuses: [] }} isCurrent={address.value.view === view}>
      {t(`view.${view}`)}
      <Unseen of={[view]} />
    </Link>
  );
}

/** How many alerts nobody has seen, beside the way to them. */
function Unseen({ of: views }: { readonly of: readonly View[] }): VNode | null {
  return views.includes('alerts') && unseen.value > 0 ? <b class="unseen">{unseen.value}</b> : null;
}

/** A button that shows the other views below it (WAI-ARIA disclosure navigation). */
function MoreViews({ views }: { readonly views: readonly View[] }): VNode {
  const isOpen = useSignal(false);
  const whole = useRef<HTMLDivElement>(null);
  const links = (): readonly HTMLElement[] => [...(whole.current?.querySelectorAll<HTMLElement>('a') ?? [])];
  const close = (): void => {
    isOpen.value = false;
  };
  // What was followed moves into the bar; the focus goes with it.
  const leave = (): void => {
    const bar = whole.current?.parentElement;
    close();
    requestAnimationFrame(() => bar?.querySelector<HTMLElement>('[aria-current]')?.focus());
  };
  const step = (by: number): void => {
    isOpen.value = true;
    // The links can take the focus once they are drawn.
    requestAnimationFrame(() => {
      const all = links();
      const at = all.indexOf(document.activeElement as HTMLElement);
      all[at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length]?.focus();
    });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ...(isOpen.value
      ? {
          Escape: () => {
            close();
            whole.current?.querySelector('button')?.focus();
          },
        }
      : {}),
  };
  return (
    <div
      ref={whole}
      class="views-more"
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (act) {
          event.preventDefault();
          event.stopPropagation();
          act();
        }
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && whole.current?.contains(event.relatedTarget))) {
          close();
        }
      }}>
      <button
        type="button"
        class="quiet"
        aria-expanded={isOpen.value}
        aria-controls="more-views"
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}>
        {t('nav.more')}
        <Unseen of={views} />
        <Icon name="down" />
      </button>
      <div id="more-views" class="views-menu" hidden={!isOpen.value} onClick={leave}>
        {views.map((view) => (
          <ViewLink key={view} view={view} />
        ))}
      </div>
    </div>
  );
}
