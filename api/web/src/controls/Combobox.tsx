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
  const { id, label, placeholder, current = '' } = props;
  const box = useCombobox(props);
  return (
    <div class={`combobox ${props.class ?? ''}`}>
      <input
        ref={box.input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-expanded={box.isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={box.isOpen && box.index >= 0 ? `${id}-${box.index}` : undefined}
        placeholder={box.isOpen && current !== '' ? current : placeholder}
        value={box.text ?? current}
        title={box.isOpen || current === '' ? undefined : current}
        onFocus={box.open}
        onClick={box.open}
        onBlur={box.close}
        onKeyDown={box.onKeyDown}
        onInput={(event) => box.type(event.currentTarget.value)}
      />
      <ChoiceList {...props} box={box} />
    </div>
  );
}

interface Box {
  readonly input: { current: HTMLInputElement | null };
  /** What was typed since the list opened; `null` while it is closed. */
  readonly text: string | null;
  readonly isOpen: boolean;
  readonly choices: readonly Choice[];
  /** The choice that Enter would pick; -1 without any. */
  readonly index: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly type: (text: string) => void;
  readonly point: (index: number) => void;
  readonly pick: (choice: Choice | undefined) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function useCombobox({ currentId, choicesFor, onPick }: Props): Box {
  const text = useSignal<string | null>(null);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = text.value !== null;
  const choices = isOpen ? choicesFor(text.value ?? '') : [];
  const index = Math.min(active.value, choices.length - 1);

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
  const step = (by: number): void => {
    open();
    active.value = choices.length === 0 ? 0 : (index + by + choices.length) % choices.length;
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => pick(choices[index]),
    ...(isOpen ? { Escape: close } : {}),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };
  const type = (typed: string): void => {
    text.value = typed;
    active.value = 0;
  };
  const point = (at: number): void => {
    active.value = at;
  };
  return { input, text: text.value, isOpen, choices, index, open, close, type, point, pick, onKeyDown };
}

function ChoiceList({ id, label, currentId, emptyText, box }: Props & { readonly box: Box }): VNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} class="choices" hidden={!box.isOpen}>
      {box.choices.map((choice, i) => (
        <Fragment key={choice.id}>
          {choice.group !== undefined && choice.group !== box.choices[i - 1]?.group ? (
            <div class="choice-group" role="presentation">
              {choice.group}
            </div>
          ) : null}
          <div
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === box.index}
            class={choice.id === currentId ? 'choice is-current' : 'choice'}
            onMouseDown={(event) => {
              // The box keeps the focus, so that the list does not close before the click is done.
              event.preventDefault();
              box.pick(choice);
            }}
            onMouseMove={() => box.point(i)}>
            <span>{choice.title}</span>
            {choice.detail ? <small>{choice.detail}</small> : null}
          </div>
        </Fragment>
      ))}
      {box.isOpen && box.choices.length === 0 ? <div class="choice-none">{emptyText}</div> : null}
    </div>
  );
}
