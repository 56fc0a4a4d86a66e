/** What is being drawn or asked about on the map, as far as the rest of the page has to know. */

import { signal } from '@preact/signals';
import { address, go } from '../state/navigation';
import { selected } from '../state/model';
import { sheet } from '../state/ui';
import type { Tool } from './sketch';

/** What one draws with just now. */
export const tool = signal<Tool | null>(null);

/** Whether the window is open in which a shape is typed, pasted or uploaded. */
export const isTyping = signal(false);

/** Takes a tool up; the same one again lays it down. */
export function take(next: Tool): void {
  tool.value = tool.peek() === next ? null : next;
  sheet.value = null;
}

/** Whether a shape, a place or a drawing wants its panel. */
export function usesSpace(): boolean {
  return tool.value !== null || hasSpacePanel();
}

/** Whether the panel on the right is that of a feature, a place or a shape. */
export function hasSpacePanel(): boolean {
  const { draw, pin, picked } = address.value;
  return isTyping.value || draw !== null || pin !== null || picked !== null;
}

/** One step back out of these, for Escape; false where there is none. The shape is the last to go. */
export function leaveSpace(): boolean {
  const { draw, pin, picked } = address.peek();
  if (tool.peek() !== null) {
    tool.value = null;
  } else if (picked !== null) {
    go({ picked: null });
  } else if (pin !== null) {
    go({ pin: null });
  } else if (draw !== null && selected.peek() === null) {
    go({ draw: null });
  } else {
    return false;
  }
  return true;
}
