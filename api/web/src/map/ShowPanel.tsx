import type { VNode } from 'preact';
import { BoundaryPicker } from '../boundaries/BoundaryPicker';
import { Icon } from '../controls/Icon';
import { t, tCode, type TextKey } from '../i18n/text';
import { method, methods } from '../state/choropleth';
import { level, levels } from '../state/model';
import { address, go } from '../state/navigation';
import { IndicatorPicker } from './IndicatorPicker';
import { Legend } from './Legend';

/** What the map shows: the indicator, the tier, the classes and their legend. */
export function ShowPanel(): VNode {
  const { showsTable, isFolded } = address.value;
  if (isFolded) {
    return (
      <button
        type="button"
        class="unfold panel"
        title={t('panel.unfold')}
        aria-label={t('panel.unfold')}
        onClick={() => go({ isFolded: false }, 'replace')}>
        <Icon name="unfold" />
      </button>
    );
  }
  return (
    <section class="panel show-panel" data-edge="left" aria-label={t('panel.show')}>
      <div class="panel-head">
        <h2>{t('panel.show')}</h2>
        <button
          type="button"
          class="quiet only-wide"
          title={t('panel.fold')}
          aria-label={t('panel.fold')}
          onClick={() => go({ isFolded: true }, 'replace')}>
          <Icon name="fold" />
        </button>
      </div>
      <IndicatorPicker />
      <Segments
        label={t('panel.level')}
        options={levels.value}
        current={level.value}
        nameOf={(code) => tCode('level', code)}
        onPick={(code) => go({ level: code, camera: null })}
      />
      <Segments
        label={t('panel.classes')}
        options={methods.value}
        current={method.value}
        nameOf={(code) => t(`classes.${code}` as TextKey)}
        onPick={(code) => go({ method: code })}
      />
      <BoundaryPicker />
      <Legend />
      <button type="button" class="wide" aria-pressed={showsTable} onClick={() => go({ showsTable: !showsTable })}>
        <Icon name="table" />
        {t(showsTable ? 'table.hide' : 'table.show')}
      </button>
    </section>
  );
}

function Segments<T extends string>({
  label,
  options,
  current,
  nameOf,
  onPick,
}: {
  readonly label: string;
  readonly options: readonly T[];
  readonly current: T | null;
  readonly nameOf: (option: T) => string;
  readonly onPick: (option: T) => void;
}): VNode | null {
  return options.length < 2 ? null : (
    <fieldset class="segments">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <button key={option} type="button" aria-pressed={option === current} onClick={() => onPick(option)}>
            {nameOf(option)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
