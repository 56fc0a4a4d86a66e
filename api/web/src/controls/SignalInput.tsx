import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { t } from '../i18n/text';

/** A line of text that a signal holds, named by what stands in it while it is empty. */
export function SignalInput({
  value,
  maxLength,
  label,
}: {
  readonly value: Signal<string>;
  readonly maxLength: number;
  readonly label: string;
}): VNode {
  return (
    <input
      value={value.value}
      maxLength={maxLength}
      placeholder={label}
      aria-label={label}
      onInput={(event) => {
        value.value = event.currentTarget.value;
      }}
    />
  );
}

/** Who does it: whatever somebody decides is kept with a name. */
export function NameInput({ value }: { readonly value: Signal<string> }): VNode {
  return <SignalInput value={value} maxLength={200} label={t('duty.yourName')} />;
}
