import type { VNode } from 'preact';
import type { Indicator } from '../api/types';
import { Combobox, type Choice } from '../controls/Combobox';
import { nameOf, t, tCode } from '../i18n/text';
import { fold } from '../search/match';
import { indicator, indicators } from '../state/model';
import { go } from '../state/navigation';

/** Picks what is shown, from the catalogue by subsystem. */
export function IndicatorPicker(): VNode {
  const current = indicator.value;
  return (
    <div class="field">
      <label for="indicator">{t('panel.indicator')}</label>
      <Combobox
        id="indicator"
        class="indicator"
        label={t('panel.indicator')}
        placeholder={t('panel.findIndicator')}
        current={current ? nameOf(current) : ''}
        {...(current ? { currentId: current.code } : {})}
        choicesFor={(text) => choicesFor(indicators.value.value ?? [], text)}
        emptyText={t('panel.noIndicator')}
        onPick={(code) => go({ indicator: code })}
      />
    </div>
  );
}

function choicesFor(all: readonly Indicator[], text: string): readonly Choice[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return all
    .filter((item) => {
      const name = fold(`${item.nameVi} ${item.nameEn} ${item.code}`);
      return words.every((word) => name.includes(word));
    })
    .map((item) => ({
      id: item.code,
      title: nameOf(item),
      detail: `${tCode('level', item.reportingLevel)} · ${tCode('unit', item.unitOfMeasure)}`,
      group: tCode('subsystem', item.subsystem ?? 'other'),
    }))
    .sort((a, b) => a.group.localeCompare(b.group, 'vi') || a.title.localeCompare(b.title, 'vi'));
}
