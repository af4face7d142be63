// The first 64 KiB of memory, where upstream's C stack was, are the overlay's. boot.py and src/boot.ts write what stands here while the image is made; qstr.ts
// holds its index behind it.

/** u32: the distance between collections, in blocks, that the overlay has set last. */
export const PACE: usize = 1028;

/** u16 each: the hashes of interned strings, by their numbers; 0 where not indexed yet. See qstr.ts. */
export const HASHES: usize = 34816;

/** What the collector has still to mark. Upstream has 64 places, and a list of 100 lists was enough to make it go over all of memory again. */
export const MARK_STACK: usize = 46848;
export const MARK_STACK_BYTES: usize = 8 * 2336;

/** Addresses of types, a word each. */
const TYPES: usize = 1088;

/** A word: the dict with the attributes of functions, by function. */
export const FUNCTION_ATTRS: usize = 1128;

/** Words: functions that make classes, and instances with a native part; the dict with what all classes have. */
export const TYPE_NEW: usize = 1132;
export const NATIVE_NEW: usize = 1136;
export const CLASS_METHODS: usize = 1140;

/** A word: the list that holds the exception that was caught last. */
export const CAUGHT: usize = 1144;

/** A word: the dict with the methods of exceptions. */
export const EXCEPTION_METHODS: usize = 1148;

/** Words: the dict with the attributes of sys, and what sys.stdout is at first. */
export const SYS_ATTRIBUTES: usize = 1152;
export const STDOUT: usize = 1156;

/** Where searches for free blocks ended: see allocator.ts. */
export const HINTS: usize = 1168;
export const HINTS_BYTES: usize = 7 * 12 * 8 + 8 + 8 + 6 * 4;

/** The types that the overlay makes objects of, in the order of boot.py. */
export const enum Kind {
  Int,
  Bytes,
  List,
  Tuple,
  Dict,
  FrozenSet,
  Module,
  Type,
}

@inline
export function typeOf(kind: Kind): usize {
  return load<usize>(TYPES + (<usize>kind << 2));
}

/** What is known of the characters of long texts, and which of these places is the next to be used anew: see strIndex.ts. */
export const PLACES: usize = 1856;
export const PLACE_COUNT: usize = 6;
export const PLACE_BYTES: usize = 20;
export const NEXT_PLACE: usize = PLACES + PLACE_COUNT * PLACE_BYTES;

/** Buffers with room behind their text, and which of these is the next to be used anew: see strConcat.ts. */
export const GROWING: usize = NEXT_PLACE + 4;
export const GROWING_COUNT: usize = 4;
export const GROWING_BYTES: usize = 12;
export const NEXT_GROWING: usize = GROWING + GROWING_COUNT * GROWING_BYTES;

/** Forgets what is known of texts: a collection may free them. */
@inline
export function forgetTexts(): void {
  memory.fill(PLACES, 0, NEXT_GROWING + 4 - PLACES);
}
