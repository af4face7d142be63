/** Interned strings that the overlay asks for: boot.ts writes their numbers down, overlay/names.ts (made of this list) reads them. */
export const NAMES = ["__name__"] as const;
