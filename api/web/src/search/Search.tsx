import type { VNode } from 'preact';
import { Combobox, type Choice } from '../controls/Combobox';
import { nameOf, t, tCode } from '../i18n/text';
import { show } from '../state/drill';
import { territory } from '../state/model';
import { searchUnits } from './match';

/** Finds a unit by name, with or without diacritics, or by code. */
export function Search(): VNode {
  const tree = territory.value;
  const choicesFor = (text: string): readonly Choice[] =>
    searchUnits(tree?.units ?? [], text).map((unit) => {
      const upper = tree?.find(unit.upperUnit);
      return {
        id: unit.code,
        title: nameOf(unit),
        detail: [tCode('level', unit.level), upper ? nameOf(upper) : null, unit.code].filter(Boolean).join(' · '),
      };
    });
  return (
    <Combobox
      id="search"
      class="search"
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      choicesFor={choicesFor}
      emptyText={t('search.empty')}
      onPick={show}
    />
  );
}
