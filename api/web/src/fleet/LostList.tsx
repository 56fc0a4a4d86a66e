import type { VNode } from 'preact';
import { ProblemNote } from '../controls/ProblemNote';
import { nameOf, t } from '../i18n/text';
import { now } from '../state/ui';
import type { Hours } from './address';
import { BoatRows, rowsOf } from './BoatRows';
import { FilterBar } from './FilterBar';
import { lastDays, lastNight } from './filter';
import { homeOf } from './homes';
import { lostBoats, renewFleet } from './resources';
import { groupLost, type LostGroup } from './rows';
import { goFleet, shownFleet } from './state';
import { SLOTS } from './words';

/** The boats that fell silent: by district, class and quarter of the day, and one by one. */
export function LostList(): VNode {
  const loaded = lostBoats.value;
  if (loaded.value === undefined) {
    return loaded.state === 'failed' ? (
      <ProblemNote problem={loaded.problem} onRetry={renewFleet} />
    ) : (
      <p class="hint">{t('state.loading')}</p>
    );
  }
  const rows = rowsOf(loaded.value.items);
  const nameOfUnit = (code: string | null): string => {
    const unit = homeOf(code)?.unit;
    return unit ? nameOf(unit) : (code ?? '–');
  };
  return (
    <>
      <FilterBar onlyLost />
      <Since />
      <div class="lost-body">
        <Groups groups={groupLost(loaded.value.groups, nameOfUnit)} />
        <div class="lost-rows">
          <BoatRows rows={rows} first={{ column: 'heard', isDown: true }} file={`${t('fleet.lostFile')}.csv`} />
        </div>
      </div>
    </>
  );
}

/** When they fell silent. The hours stand in the address, so that tomorrow it is still the same night. */
function Since(): VNode {
  const { silent } = shownFleet.value;
  const choices: readonly (readonly [string, Hours | null])[] = [
    [t('silent.all'), null],
    [t('silent.night'), lastNight(now.value)],
    [t('silent.day'), lastDays(now.value, 1)],
    [t('silent.week'), lastDays(now.value, 7)],
  ];
  const isSame = (hours: Hours | null): boolean => hours?.from === silent?.from && hours?.to === silent?.to;
  return (
    <div class="duties-filter since" role="group" aria-label={t('silent.title')}>
      <span>{t('silent.title')}</span>
      {choices.map(([name, hours]) => (
        <button key={name} type="button" aria-pressed={isSame(hours)} onClick={() => goFleet({ silent: hours })}>
          {name}
        </button>
      ))}
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {t(`silent.${end}`)}{' '}
          <input
            type="datetime-local"
            step="3600"
            value={silent ? `${silent[end]}:00` : ''}
            onChange={(event) => {
              const other = silent ?? lastNight(now.peek());
              goFleet({ silent: { ...other, [end]: event.currentTarget.value.slice(0, 13) } });
            }}
          />
        </label>
      ))}
    </div>
  );
}

function Groups({ groups }: { readonly groups: readonly LostGroup[] }): VNode | null {
  return groups.length === 0 ? null : (
    <div class="scroll lost-groups" tabIndex={0} role="region" aria-label={t('fleet.lostGroups')}>
      <table class="score-table">
        <caption class="for-readers">{t('fleet.lostGroups')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('boatcolumn.home')}</th>
            <th scope="col">{t('fleet.size')}</th>
            {SLOTS.map((slot) => (
              <th key={slot} scope="col" class="number">
                {t(`slot.${slot}`)}
              </th>
            ))}
            <th scope="col" class="number">
              {t('fleet.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, size, slots, count }) => (
            <tr key={`${group}${size}`} data-group={group} data-size={size ?? ''}>
              <th scope="row">{group}</th>
              <td>{size ? t(`size.${size}`) : t('size.unknown')}</td>
              {SLOTS.map((slot) => (
                <td key={slot} class="number">
                  {slots[slot] === 0 ? '–' : slots[slot]}
                </td>
              ))}
              <td class="number">
                <b>{count}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
