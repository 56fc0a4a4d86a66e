/** What is shown for a moment and stays out of the address: pointers, playback, theme. */

import { signal } from '@preact/signals';
import type { Theme } from '../scale/ramps';

/** The unit that the pointer is on, and where. */
export const pointed = signal<{ readonly code: string; readonly x: number; readonly y: number } | null>(null);

/** The legend's class that one points at; the others fade. */
export const pointedClass = signal<string | null>(null);

/** Whether the browser cannot draw the map: it has no WebGL. */
export const cannotDraw = signal(false);

/** Whether the periods run. */
export const isPlaying = signal(false);

/** Which sheet is open on a phone. */
export const sheet = signal<'show' | 'unit' | null>(null);

const dark = matchMedia('(prefers-color-scheme: dark)');
export const theme = signal<Theme>(dark.matches ? 'dark' : 'light');
dark.addEventListener('change', () => {
  theme.value = dark.matches ? 'dark' : 'light';
});

const narrow = matchMedia('(max-width: 760px)');
/** Whether panels are sheets over the map. */
export const isNarrow = signal(narrow.matches);
narrow.addEventListener('change', () => {
  isNarrow.value = narrow.matches;
});

/** The time, once a minute: ages grow while one looks. */
export const now = signal(new Date());
setInterval(() => {
  now.value = new Date();
}, 60_000);
