import type { VNode } from 'preact';
import { t } from '../i18n/text';
import { isWanted } from './filter';
import { shownFleet, shownGroups } from './state';
import { CONTACTS, SIZES } from './words';

/** The map for readers of the screen: how many boats of each class stand how. */
export function SummaryTable(): VNode {
  const filter = shownFleet.value;
  const count = (size: string, contact: string): number =>
    shownGroups.value
      .filter((group) => group.size === size && group.contact === contact && isWanted(group, filter))
      .reduce((sum, { vessels }) => sum + vessels, 0);
  return (
    <div class="for-readers">
      <table>
        <caption>{t('fleet.summary')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fleet.size')}</th>
            {CONTACTS.map((contact) => (
              <th key={contact} scope="col">
                {t(`contact.${contact}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SIZES.map((size) => (
            <tr key={size}>
              <th scope="row">{t(`size.${size}`)}</th>
              {CONTACTS.map((contact) => (
                <td key={contact}>{count(size, contact)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
