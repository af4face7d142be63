// How values travel as bytes. They are a program for a stack of values: each instruction pushes one, and a container is made from the topmost ones, which it
// replaces. So nothing recurses when they are read: in the guest by packages/wasm-build/overlay/host/decode.ts, on the host by wireDecoder.ts.
//
//   program      slots instruction...            slots: how high the stack grows at most. The last instruction pushes the value.
//   instruction  opcode [number] [bytes]
//   number       LEB128, at most 32 bits
//
// Keys that dicts share come first and are copied from there.

export const Op = {
  none: 0,
  false: 1,
  true: 2,
  /** A small int, zigzag: its sign is the lowest bit. */
  smallInt: 3,
  /** Twice the count of 16-bit digits and 1 where it is negative; the digits, the lowest first. */
  bigInt: 4,
  /** Eight bytes, the lowest first. */
  float: 5,
  /** Count of bytes, UTF-8. */
  str: 6,
  bytes: 7,
  /** Count of items. */
  list: 8,
  tuple: 9,
  /** Count of pairs: key, value. */
  dict: 10,
  set: 11,
  frozenSet: 12,
  /** A module: its names are the topmost dict. */
  module: 13,
  /** Place of another value, from the bottom of the stack. */
  copy: 14,
} as const;
