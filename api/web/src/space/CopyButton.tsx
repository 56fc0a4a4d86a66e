import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { Icon } from '../controls/Icon';
import { t } from '../i18n/text';

/** How long the button says that it is done. */
const SAID_MILLISECONDS = 2_000;

/** Puts a text on the clipboard, and says so; where the browser refuses, the text stands there to be marked. */
export function CopyButton({ text, name }: { readonly text: () => string; readonly name: string }): VNode {
  const state = useSignal<'idle' | 'copied' | 'refused'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      state.value = 'copied';
      setTimeout(() => {
        state.value = 'idle';
      }, SAID_MILLISECONDS);
    } catch {
      // Over plain HTTP from another machine there is no clipboard.
      state.value = 'refused';
    }
  };
  return (
    <span class="copy">
      <button type="button" onClick={() => void copy()}>
        <Icon name={state.value === 'copied' ? 'check' : 'copy'} />
        <span aria-live="polite">{state.value === 'copied' ? t('space.copied') : name}</span>
      </button>
      {state.value === 'refused' ? <input type="text" readOnly value={text()} aria-label={name} /> : null}
    </span>
  );
}
