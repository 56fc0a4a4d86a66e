import { useSignal, type Signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Case, CaseRequest } from '../api/types';
import { SignalInput } from '../controls/SignalInput';
import { t } from '../i18n/text';

const CHANNELS = ['phone', 'radio', 'satellite', 'message', 'visit', 'relay'] as const;
type Channel = (typeof CHANNELS)[number];

/** How a case ended; `null` while nobody has said. */
export type Outcome = Case['resolution'];

const OUTCOMES = [
  'foundWell',
  'returnedToPort',
  'rescued',
  'deviceBroken',
  'sanctioned',
  'handedOver',
  'falseAlarm',
  'overByItself',
] as const satisfies readonly Outcome[];

/** A call that is being written down. */
export interface Call {
  readonly channel: Signal<Channel | null>;
  readonly who: Signal<string>;
  readonly isReached: Signal<boolean>;
}

export function useCall(): Call {
  return { channel: useSignal<Channel | null>(null), who: useSignal(''), isReached: useSignal(false) };
}

/** The call as the API takes it; `null` until it is said how and who. */
export function contactOf({ channel, who, isReached }: Call): NonNullable<CaseRequest['contact']> | null {
  return channel.value !== null && who.value.trim() !== ''
    ? { channel: channel.value, who: who.value, isReached: isReached.value }
    : null;
}

/** Who was called, how, and whether somebody answered: what was said goes into the comment. */
export function CallFields({ call }: { readonly call: Call }): VNode {
  return (
    <>
      <label>
        {t('case.contact')}
        <select
          value={call.channel.value ?? ''}
          onChange={(event) => {
            call.channel.value = CHANNELS.find((one) => one === event.currentTarget.value) ?? null;
          }}>
          <option value="">{t('case.noContact')}</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channel.${channel}`)}
            </option>
          ))}
        </select>
      </label>
      {call.channel.value === null ? null : (
        <>
          <SignalInput value={call.who} maxLength={200} label={t('case.who')} />
          <label class="check">
            <input
              type="checkbox"
              checked={call.isReached.value}
              onChange={(event) => {
                call.isReached.value = event.currentTarget.checked;
              }}
            />
            {t('case.reached')}
          </label>
        </>
      )}
    </>
  );
}

/** How it ended, once it is closed. */
export function OutcomeField({ outcome }: { readonly outcome: Signal<Outcome> }): VNode {
  return (
    <label>
      {t('case.resolution')}
      <select
        value={outcome.value ?? ''}
        onChange={(event) => {
          outcome.value = OUTCOMES.find((one) => one === event.currentTarget.value) ?? null;
        }}>
        <option value="">{t('case.noResolution')}</option>
        {OUTCOMES.map((one) => (
          <option key={one} value={one}>
            {t(`resolution.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
