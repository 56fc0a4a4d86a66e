/** Vessels that moved, for whatever part of the page looks at them. */

import { signal } from '@preact/signals';
import type { FleetPositions } from '../api/types';

/** The last vessels that moved. */
export const moved = signal<FleetPositions | null>(null);

/** How often moves may have been missed: each time one has to ask. */
export const missedMoves = signal(0);
