import type { VNode } from 'preact';

/** Outlines in a 24 × 24 box. */
const paths = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8 5.5v13M16 5.5v13',
  previous: 'M15 5.5 8.5 12l6.5 6.5',
  next: 'M9 5.5 15.5 12 9 18.5',
  down: 'M6 9.5 12 15.5 18 9.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 8V4h4M20 8V4h-4M4 16v4h4M20 16v4h-4',
  into: 'M12 4v11M7 10.5 12 15.5 17 10.5M5 20h14',
  up: 'M12 20V9M7 13.5 12 8.5 17 13.5M5 4h14',
  table: 'M4 5.5h16v13H4zM4 10h16M10 10v8.5',
  fold: 'M14.5 6 8.5 12l6 6',
  unfold: 'M9.5 6l6 6-6 6',
  print: 'M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7z',
  download: 'M12 4v11M7 10.5 12 15.5 17 10.5M5 20h14',
} as const;

export type IconName = keyof typeof paths;

/** A sign beside or in place of words; the control that holds it carries the name. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
