/** What is still to be said before a file of places can be tried. Pure. */

import type { PlaceField } from '../api/types';
import type { ByField } from './placeCalls';

/** Fields that each place has for itself, so that nothing can stand for all of them. */
const OF_EACH: readonly string[] = ['code', 'nameVi', 'nameEn', 'validFrom'];

/** Whether one value may hold for every place that does not say its own. */
export function canDefault(field: PlaceField): boolean {
  return !OF_EACH.includes(field.name);
}

/** Whether neither the file nor anybody says what a place must have; the server looks for the id by itself. */
export function isMissing(field: PlaceField, columns: ByField, defaults: ByField): boolean {
  return (
    field.isRequired &&
    field.name !== 'code' &&
    (columns[field.name] ?? '') === '' &&
    (defaults[field.name] ?? '').trim() === ''
  );
}
