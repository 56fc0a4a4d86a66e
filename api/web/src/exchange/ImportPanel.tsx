import type { VNode } from 'preact';
import type { ImportMapping } from '../api/types';
import { asProblem } from '../api/problem';
import { DropZone } from '../controls/DropZone';
import { ProblemNote } from '../controls/ProblemNote';
import { t } from '../i18n/text';
import { download } from '../scorecard/download';
import { ColumnTable } from './ColumnTable';
import { ImportResult } from './ImportResult';
import { missingOf } from './mapping';
import {
  answer,
  constants,
  file,
  inspection,
  isBusy,
  look,
  mapping,
  open,
  problem,
  reporter,
  takeIn,
  tryOut,
} from './state';

/** A table from an office's own file: choose it, say what its columns are, check it, take it in. */
export function ImportPanel(): VNode {
  return (
    <section class="exchange-part" aria-labelledby="import-title">
      <h1 id="import-title">{t('exchange.import')}</h1>
      <p class="hint">{t('exchange.importHint')}</p>
      <DropZone
        accept=".csv,.tsv,.txt,.xlsx,.xls"
        chosen={file.value?.name ?? null}
        onFile={(picked) => void open(picked, null)}
      />
      {problem.value ? <ProblemNote problem={problem.value} /> : null}
      {isBusy.value ? (
        <p class="hint" role="status">
          {t('exchange.busy')}
        </p>
      ) : null}
      {inspection.value ? <Form /> : null}
      {answer.value ? <ImportResult answer={answer.value} /> : null}
    </section>
  );
}

function Form(): VNode | null {
  const seen = inspection.value;
  const how = mapping();
  if (!seen || !how) {
    return null;
  }
  const missing = missingOf(how);
  const canTake = answer.value?.isDryRun === true && answer.value.accepted > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (canTake ? takeIn() : tryOut());
      }}>
      <div class="exchange-row">
        {seen.sheets.length > 1 ? (
          <label>
            {t('exchange.sheet')}
            <select
              value={how.sheet ?? seen.sheets[0]}
              onChange={(event) => void look({ sheet: event.currentTarget.value })}>
              {seen.sheets.map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          {t('exchange.headerLine')}
          <input
            type="number"
            min="1"
            max="1000"
            value={seen.headerLine}
            onChange={(event) => void look({ headerLine: event.currentTarget.valueAsNumber })}
          />
        </label>
        {how.period?.column ? null : <Constant name="period" />}
        {how.source?.column ? null : <Constant name="source" />}
        <label>
          {t('exchange.reporter')}
          <input
            value={reporter.value}
            maxLength={200}
            onInput={(event) => {
              reporter.value = event.currentTarget.value;
            }}
          />
        </label>
        <MappingFile />
      </div>
      <ColumnTable seen={seen} />
      {missing.length > 0 ? (
        <p class="hint" role="status">
          {t('exchange.missing')} {missing.map((what) => t(`lack.${what}`)).join('; ')}
        </p>
      ) : null}
      <div class="exchange-row">
        <button type="submit" disabled={isBusy.value || missing.length > 0} class={canTake ? 'primary' : undefined}>
          {canTake ? t('exchange.take', { count: answer.value?.accepted ?? 0 }) : t('exchange.check')}
        </button>
        <button
          type="button"
          onClick={() => download('mapping.json', JSON.stringify(how, null, 2), 'application/json')}>
          {t('exchange.keepMapping')}
        </button>
      </div>
    </form>
  );
}

function Constant({ name }: { readonly name: 'period' | 'source' }): VNode {
  return (
    <label>
      {t(`constant.${name}`)}
      <input
        value={constants.value[name]}
        placeholder={name === 'period' ? '6/2025' : ''}
        onInput={(event) => {
          constants.value = { ...constants.value, [name]: event.currentTarget.value };
          answer.value = null;
        }}
      />
    </label>
  );
}

/** A mapping that was kept from an earlier table of the same form. */
function MappingFile(): VNode {
  const read = async (kept: File | undefined): Promise<void> => {
    if (!kept || !file.value) {
      return;
    }
    try {
      await open(file.value, JSON.parse(await kept.text()) as ImportMapping);
    } catch (reason) {
      problem.value = asProblem(reason);
    }
  };
  return (
    <label>
      {t('exchange.useMapping')}
      <input type="file" accept=".json" onChange={(event) => void read(event.currentTarget.files?.[0])} />
    </label>
  );
}
