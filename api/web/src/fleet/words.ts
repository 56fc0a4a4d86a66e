/** The codes that the fleet is told apart by, in their order. */

export const SIZES = ['under6', 'from6To12', 'from12To15', 'from15To24', 'from24'] as const;
export type Size = (typeof SIZES)[number];

export const CONTACTS = ['inContact', 'inPort', 'lost', 'longLost', 'feedDown', 'neverHeard'] as const;
export type Contact = (typeof CONTACTS)[number];

export const SLOTS = ['night', 'morning', 'afternoon', 'evening'] as const;
export type Slot = (typeof SLOTS)[number];

export const ZONES = ['port', 'coastal', 'inshore', 'offshore', 'closed', 'foreign', 'outside'] as const;
export type Zone = (typeof ZONES)[number];

/** The states in which nobody knows where a boat is though its feed works. */
export const LOST: readonly Contact[] = ['lost', 'longLost'];

export function asSize(text: string | null | undefined): Size | null {
  return SIZES.find((size) => size === text) ?? null;
}

export function asContact(text: string | null | undefined): Contact | null {
  return CONTACTS.find((contact) => contact === text) ?? null;
}

export function asSlot(text: string | null | undefined): Slot | null {
  return SLOTS.find((slot) => slot === text) ?? null;
}

export function asZone(text: string | null | undefined): Zone | null {
  return ZONES.find((zone) => zone === text) ?? null;
}
