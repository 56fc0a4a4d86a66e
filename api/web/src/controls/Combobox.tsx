import { useSignal } from '@preact/signals';
import { Fragment, type VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** One thing to pick. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** Choices of one group follow each other and share a heading. */
  readonly group?: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** What stands in the box while nobody types. */
  readonly current?: string;
  readonly currentId?: string;
  readonly choicesFor: (text: string) => readonly Choice[];
  readonly emptyText: string;
  readonly onPick: (id: string) => void;
  readonly class?: string;
}

/** A text box with a list to pick from, by pointer or keyboard (WAI-ARIA combobox with a list popup). */
export function Combobox(props: Props): VNode {
  const { id, label, placeholder, current = '', currentId, choicesFor, emptyText, onPick } = props;
  const text = useSignal<string | null>(null);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isOpen = text.value !== null;
  const choices = isOpen ? choicesFor(text.value ?? '') : [];
  const index = Math.min(active.value, choices.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const close = (): void => {
    text.value = null;
    active.value = 0;
  };
  const open = (): void => {
    if (text.value === null) {
      text.value = '';
      active.value = Math.max(
        0,
        choicesFor('').findIndex((choice) => choice.id === currentId),
      );
    }
  };
  const pick = (choice: Choice | undefined): void => {
    if (choice) {
      close();
      input.current?.blur();
      onPick(choice.id);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      active.value = choices.length === 0 ? 0 : (index + step + choices.length) % choices.length;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(choices[index]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    }
  };

  return (
    <div class={`combobox ${props.class ?? ''}`}>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && index >= 0 ? `${id}-${index}` : undefined}
        placeholder={isOpen && current !== '' ? current : placeholder}
        value={text.value ?? current}
        title={isOpen || current === '' ? undefined : current}
        onFocus={open}
        onClick={open}
        onBlur={close}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          active.value = 0;
        }}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} class="choices" hidden={!isOpen}>
        {choices.map((choice, i) => (
          <Fragment key={choice.id}>
            {choice.group !== undefined && choice.group !== choices[i - 1]?.group ? (
              <div class="choice-group" role="presentation">
                {choice.group}
              </div>
            ) : null}
            <div
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === index}
              class={choice.id === currentId ? 'choice is-current' : 'choice'}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(choice);
              }}
              onMouseMove={() => {
                active.value = i;
              }}>
              <span>{choice.title}</span>
              {choice.detail ? <small>{choice.detail}</small> : null}
            </div>
          </Fragment>
        ))}
        {isOpen && choices.length === 0 ? <div class="choice-none">{emptyText}</div> : null}
      </div>
    </div>
  );
}
