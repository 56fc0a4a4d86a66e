import type { VNode } from 'preact';
import type { PlanInspection } from '../api/types';
import { NameInput, SignalInput } from '../controls/SignalInput';
import { formatNumber } from '../format/numbers';
import { nameOf, t } from '../i18n/text';
import { city, lang, scope, territory } from '../state/model';
import { ENCODINGS, lacking, type PlanFields } from './fields';
import { change, fields, file, isBusy, load, name, open, pickDocument, reason, report, tryOut } from './state';

/** What document the table is of, who loads it and why. */
export function DocumentForm({ seen }: { readonly seen: PlanInspection }): VNode {
  const missing = lacking(fields.value, seen.documents);
  const tried = report.value;
  const count = tried?.report.targetsAdded.length ?? 0;
  const isLoaded = tried?.report.applied === true;
  const isSigned = name.value.trim() !== '' && reason.value.trim() !== '';
  const canLoad = tried !== null && !isLoaded && tried.rows.some((row) => row.change !== 'refused');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (canLoad && isSigned ? load() : tryOut());
      }}>
      <Found seen={seen} />
      <div class="exchange-row plan-fields">
        {seen.documents.length > 1 ? <DocumentChoice seen={seen} /> : null}
        <TextField name="titleVi" isWide />
        <TextField name="titleEn" isWide />
        <TextField name="number" />
        <TextField name="date" />
        <TextField name="planId" />
        <UnitChoice />
        <label class="check">
          <input
            type="checkbox"
            checked={fields.value.replace}
            onChange={(event) => change({ replace: event.currentTarget.checked })}
          />
          {t('plans.replace')}
        </label>
      </div>
      {missing.length > 0 ? (
        <p class="hint" role="status">
          {t('exchange.missing')} {missing.map((what) => t(`planfield.${what}`)).join('; ')}
        </p>
      ) : null}
      <div class="exchange-row">
        <button type="button" disabled={isBusy.value || missing.length > 0} onClick={() => void tryOut()}>
          {t('exchange.check')}
        </button>
        {canLoad ? (
          <>
            <NameInput value={name} />
            <SignalInput value={reason} maxLength={200} label={t('plans.reason')} />
            <button type="submit" class="primary" disabled={isBusy.value || !isSigned}>
              {t('plans.apply', { count: formatNumber(count, 0, lang.value) })}
            </button>
          </>
        ) : null}
      </div>
    </form>
  );
}

/** What the file is: how many rows, in which encoding, which columns nobody knows. */
function Found({ seen }: { readonly seen: PlanInspection }): VNode {
  const unread = seen.columns.filter((column) => column.field === null && column.name !== '');
  const again = (part: Partial<PlanFields>): void => {
    change(part);
    if (file.value) {
      void open(file.value, fields.value.unit);
    }
  };
  return (
    <div class="exchange-row">
      <p>{t('plans.found', { rows: formatNumber(seen.rows, 0, lang.value), line: seen.headerLine })}</p>
      {seen.sheets.length > 1 ? (
        <label>
          {t('exchange.sheet')}
          <select
            value={fields.value.sheet || seen.sheets[0]}
            onChange={(event) => again({ sheet: event.currentTarget.value })}>
            {seen.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        {t('plans.encoding')}
        <select
          value={fields.value.encoding || seen.encoding}
          onChange={(event) => again({ encoding: event.currentTarget.value })}>
          {[...new Set([seen.encoding, ...ENCODINGS])].map((encoding) => (
            <option key={encoding}>{encoding}</option>
          ))}
        </select>
      </label>
      {unread.length > 0 ? (
        <p class="hint">{t('plans.unread', { columns: unread.map((column) => column.name).join(', ') })}</p>
      ) : null}
    </div>
  );
}

function DocumentChoice({ seen }: { readonly seen: PlanInspection }): VNode {
  return (
    <label>
      {t('planfield.document')}
      <select value={fields.value.document} onChange={(event) => pickDocument(event.currentTarget.value)}>
        <option value="" />
        {seen.documents.map((one) => (
          <option key={one.document} value={one.document}>
            {[one.number ?? one.document, one.place, t('plans.rowCount', { count: one.rows })]
              .filter(Boolean)
              .join(' · ')}
          </option>
        ))}
      </select>
    </label>
  );
}

function TextField({
  name: field,
  isWide = false,
}: {
  readonly name: 'titleVi' | 'titleEn' | 'number' | 'date' | 'planId';
  readonly isWide?: boolean;
}): VNode {
  return (
    <label class={isWide ? 'wide' : undefined}>
      {t(`planfield.${field}`)}
      <input
        value={fields.value[field]}
        maxLength={field === 'planId' ? 64 : 500}
        placeholder={field === 'date' ? '15/01/2026' : ''}
        onInput={(event) => change({ [field]: event.currentTarget.value })}
      />
    </label>
  );
}

/** The unit whose plan it is: its targets bind that unit and those below it. */
function UnitChoice(): VNode {
  const root = territory.value?.find(city.value.value?.rootUnit) ?? null;
  const units = [root, scope.value].filter((unit) => unit !== null);
  return (
    <label>
      {t('planfield.unit')}
      <select value={fields.value.unit} onChange={(event) => change({ unit: event.currentTarget.value })}>
        {[...new Map(units.map((unit) => [unit.code, unit])).values()].map((unit) => (
          <option key={unit.code} value={unit.code}>
            {nameOf(unit)}
          </option>
        ))}
        <option value="">{t('plans.noUnit')}</option>
      </select>
    </label>
  );
}
