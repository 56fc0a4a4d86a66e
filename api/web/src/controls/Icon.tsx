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
  polygon: 'M12 3.5 20.5 10 17 20H7L3.5 10z',
  circle: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 12h8',
  route: 'M4.5 19.5l5-8 5 3 5-10',
  ruler: 'M3.5 15.5 15.5 3.5l5 5-12 12zM8 11l2.5 2.5M11 8l2.5 2.5M14 5l2.5 2.5',
  pin: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 1 0-13 0c0 5 6.5 11 6.5 11ZM12 12a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  type: 'M4 7h16v10H4zM7.5 10v4M12 10h4.5M12 14h4.5',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10h-3',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  raise: 'M6 14.5 12 8.5l6 6',
  layers: 'M12 4 3.5 8.5 12 13l8.5-4.5zM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5',
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
