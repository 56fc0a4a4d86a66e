import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/text';
import { Icon } from './Icon';
import '../styles/drawer.css';

/** A dialog at the side of whatever view it was asked for in. Escape, the cross and a click beside it close it. */
export function Drawer({
  id,
  title,
  subtitle,
  isBusy = false,
  tools,
  onClose,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly isBusy?: boolean;
  readonly tools?: ComponentChildren;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onClick={(event) => {
        // The content covers the dialog, so that a click on the dialog itself is one beside it.
        if (event.target === dialog.current) {
          dialog.current?.close();
        }
      }}>
      <div class="drawer-content" aria-busy={isBusy}>
        <header class="drawer-head">
          <div>
            <h2 id={`${id}-title`}>{title}</h2>
            <p class="hint">{subtitle}</p>
          </div>
          {tools}
          <button
            type="button"
            class="quiet"
            title={t('action.close')}
            aria-label={t('action.close')}
            onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
