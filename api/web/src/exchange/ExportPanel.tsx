import { useSignal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../controls/Icon';
import { formatPeriod } from '../format/periods';
import { nameOf, t, tCode, type TextKey } from '../i18n/text';
import { indicators, lang, levels, period, periods, scope } from '../state/model';
import { figuresUrl, FORMATS, printUrl, reportPeriods, type Format } from './exportUrl';

/** Figures of the place in sight as a file, its scorecard on paper, and the catalogue. */
export function ExportPanel(): VNode | null {
  const level = useSignal('');
  const what = useSignal('');
  const from = useSignal('');
  const to = useSignal('');
  const format = useSignal<Format>('xlsx');
  const unit = scope.value;
  if (!unit) {
    return null;
  }
  const url = figuresUrl(
    { unit: unit.code, level: level.value, indicator: what.value, from: from.value, to: to.value, format: format.value },
    lang.value,
  );
  return (
    <section class="exchange-part" aria-labelledby="export-title">
      <h1 id="export-title">{t('exchange.export', { place: nameOf(unit) })}</h1>
      <div class="exchange-row">
        <Choice label={t('exchange.level')} held={level}>
          <option value="">{t('exchange.allLevels')}</option>
          {[unit.level, ...levels.value].map((tier) => (
            <option key={tier} value={tier}>
              {tCode('level', tier)}
            </option>
          ))}
        </Choice>
        <Choice label={t('exchange.indicator')} held={what}>
          <option value="">{t('exchange.allIndicators')}</option>
          {(indicators.value.value ?? []).map((indicator) => (
            <option key={indicator.code} value={indicator.code}>
              {nameOf(indicator)}
            </option>
          ))}
        </Choice>
        <Choice label={t('exchange.from')} held={from}>
          <PeriodOptions />
        </Choice>
        <Choice label={t('exchange.to')} held={to}>
          <PeriodOptions />
        </Choice>
        <Choice label={t('exchange.format')} held={format}>
          {FORMATS.map((one) => (
            <option key={one} value={one}>
              {t(`format.${one}` as TextKey)}
            </option>
          ))}
        </Choice>
      </div>
      <p>
        <a class="button" href={url} download>
          <Icon name="download" />
          {t('exchange.download')}
        </a>
      </p>
      <h2>{t('exchange.report')}</h2>
      <ul class="report-links">
        {(period.value ? reportPeriods(period.value) : []).map((one) => (
          <li key={one}>
            <a href={printUrl(unit.code, one, lang.value)} target="_blank" rel="noopener">
              {formatPeriod(one, lang.value)}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">
        {t('exchange.catalog')} <a href="/v1/catalog">/v1/catalog</a> (DCAT)
      </p>
    </section>
  );
}

function PeriodOptions(): VNode {
  return (
    <>
      <option value="">{t('exchange.anyPeriod')}</option>
      {periods.value.map((one) => (
        <option key={one} value={one}>
          {formatPeriod(one, lang.value)}
        </option>
      ))}
    </>
  );
}

function Choice({
  label,
  held,
  children,
}: {
  readonly label: string;
  readonly held: { value: string };
  readonly children: ComponentChildren;
}): VNode {
  return (
    <label>
      {label}
      <select
        value={held.value}
        onChange={(event) => {
          held.value = event.currentTarget.value;
        }}>
        {children}
      </select>
    </label>
  );
}
