import type { VNode } from 'preact';
import { ProblemNote } from '../controls/ProblemNote';
import { StatusFilter } from '../controls/StatusFilter';
import { formatPeriod } from '../format/periods';
import { nameOf, t } from '../i18n/text';
import { LevelChoice } from '../scorecard/LevelChoice';
import { lang, level, period, scope, selected } from '../state/model';
import { address, go } from '../state/navigation';
import { HeldList } from './HeldList';
import { countScores, filterQuality, readQualitySort, sortQuality } from './quality';
import { QualityDetail } from './QualityDetail';
import { QualityTable } from './QualityTable';
import { qualityOf, renewQuality } from './resources';
import { ScoreSign } from './ScoreSign';

/** How good the figures are, unit by unit; what each loses and why; and what waits for a decision. */
export default function QualityView(): VNode | null {
  const [unit, when] = [scope.value, period.value];
  if (!unit || !when) {
    return null;
  }
  const tier = level.value ?? unit.level;
  const loaded = qualityOf(unit.code, tier, when).value;
  const { statuses, find, sort } = address.value;
  const all = loaded.value ?? [];
  const order = readQualitySort(sort);
  const rows = sortQuality(filterQuality(all, statuses, find), order);
  if (loaded.value) {
    document.documentElement.dataset['ready'] = 'true';
  }
  return (
    <section class="duties quality" aria-label={t('view.quality')}>
      <header class="score-head">
        <h1>{t('quality.title', { place: nameOf(unit) })}</h1>
        <p class="hint">
          {t('quality.subtitle', { period: formatPeriod(when, lang.value), count: rows.length, of: all.length })}
        </p>
      </header>
      <div class="score-tools">
        <LevelChoice />
        <StatusFilter
          counts={countScores(all)}
          statuses={statuses}
          label={t('quality.bands')}
          sign={(status) => <ScoreSign status={status} hasWord />}
        />
        <input
          type="search"
          value={find}
          placeholder={t('matrix.find')}
          aria-label={t('matrix.find')}
          onInput={(event) => go({ find: event.currentTarget.value }, 'replace')}
        />
      </div>
      {loaded.state === 'failed' && !loaded.value ? (
        <ProblemNote problem={loaded.problem} onRetry={renewQuality} />
      ) : null}
      <div class="duties-body">
        <div class="duties-left">
          {loaded.state === 'loading' && !loaded.value ? <p class="hint">{t('state.loading')}</p> : null}
          {loaded.value && rows.length === 0 ? <p class="empty">{t('matrix.none')}</p> : null}
          {rows.length > 0 ? <QualityTable rows={rows} sort={order} selected={selected.value?.code ?? null} /> : null}
        </div>
        <div class="duties-right">
          {selected.value ? <QualityDetail unit={selected.value} period={when} /> : null}
          <HeldList unit={unit} />
        </div>
      </div>
    </section>
  );
}
