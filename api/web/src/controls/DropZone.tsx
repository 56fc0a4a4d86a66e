import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { t } from '../i18n/text';

/** A place to choose a file at, or to drop one on. */
export function DropZone({
  accept,
  chosen,
  prompt,
  onFile,
}: {
  readonly accept: string;
  /** The name of the file that was chosen. */
  readonly chosen: string | null;
  /** What to say before one is; by default what tables may be. */
  readonly prompt?: string;
  readonly onFile: (file: File) => void;
}): VNode {
  const isOver = useSignal(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) {
      onFile(file);
    }
  };
  return (
    <label
      class={isOver.value ? 'drop is-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        take(event.dataTransfer?.files);
      }}>
      <input type="file" accept={accept} onChange={(event) => take(event.currentTarget.files)} />
      <span>{chosen ?? prompt ?? t('exchange.drop')}</span>
    </label>
  );
}
