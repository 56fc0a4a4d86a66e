import type { VNode } from 'preact';
import { t, tCode } from '../i18n/text';
import { level, levels } from '../state/model';
import { go } from '../state/navigation';

/** The tier whose units are listed; nothing where there is one alone. */
export function LevelChoice(): VNode | null {
  return levels.value.length < 2 ? null : (
    <span class="choices-inline" role="group" aria-label={t('panel.level')}>
      {levels.value.map((tier) => (
        <button key={tier} type="button" aria-pressed={tier === level.value} onClick={() => go({ level: tier })}>
          {tCode('level', tier)}
        </button>
      ))}
    </span>
  );
}
