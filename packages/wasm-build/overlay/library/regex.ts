// The matcher of regular expressions: a program that packages/stdlib/lib/_re_code.py writes, over the bytes of a str (UTF-8) or of bytes. It backtracks with a stack
// of its own in the Python heap, so nothing recurses, and a pattern that goes astray ends by fuel or for want of memory.
//
// Positions are addresses. A program is words:
//   how many registers, how many groups, flags, bytes of the literal prefix, where that stands, where the bits of the first byte stand, where the code begins
// "Where" counts words from the program's start.

import { allocate } from "../interpreter";
import { inBits, inSet, lowerCase } from "./regexSet";

const UTF8: u32 = 1;
const ANCHORED: u32 = 2;
const HAS_PREFIX: u32 = 4;
const HAS_FIRST: u32 = 8;

const enum Op {
  Match = 0,
  Byte = 1,
  Text = 2,
  Set = 3,
  NotNewline = 4,
  Any = 5,
  Jump = 6,
  Split = 7,
  SplitByte = 8,
  Open = 9,
  Close = 10,
  Repeat = 11,
  LoopStart = 12,
  Loop = 13,
  Reference = 14,
  At = 15,
  Look = 16,
  LookEnd = 17,
  LookNot = 18,
  LookNotEnd = 19,
  Atomic = 20,
  AtomicEnd = 21,
  Back = 22,
  IfGroup = 23,
  Fail = 24,
  LoopAgain = 25,
}

/** What a repeated item is, where it is one character wide. */
const enum Item {
  Byte = 0,
  Set = 1,
  NotNewline = 2,
  Any = 3,
}

const enum Mode {
  Greedy = 0,
  Lazy = 1,
  Possessive = 2,
}

const enum Place {
  TextStart = 0,
  LineStart = 1,
  End = 2,
  LineEnd = 3,
  TextEnd = 4,
  Boundary = 5,
  NoBoundary = 6,
}

/** The entries of the stack: three words, of which the first holds the kind in its lowest bits. */
const enum Frame {
  /** where to go on, position */
  Branch = 0,
  /** register, its value */
  Register = 1,
  /** register, its value, the last group */
  Group = 2,
  /** the instruction Repeat, least position, position */
  Repeat = 3,
  /** the instruction Repeat, position, how many may follow */
  RepeatLazy = 4,
  /** the instruction Loop, whose registers count the rounds and hold the position of the last one */
  Loop = 5,
  /** two registers that follow each other: the first, and their values */
  Counters = 6,
}

const FRAME_BYTES: usize = 12;
const FIRST_STACK_BYTES: u32 = 40 * 12;
const UNLIMITED: u32 = 0xffffffff;

/** Lies in the heap with its registers and its first stack behind it. Register 0 is the last group, then come the two ends of each group. */
@unmanaged
export class Matcher {
  code: usize;
  /** Of the whole text: what `^` and look-behind see. */
  start: usize;
  end: usize;
  registers: usize;
  stack: usize;
  limit: usize;
  utf8: bool;
  /** A match has to end at `end`. */
  full: bool;
  /** A match that is empty here is none; 0 for nowhere. */
  notEmptyAt: usize;
  /** How many of the characters asked for `scan` did not find. */
  left: u32;
  /** What was found. */
  from: usize;
  to: usize;

  @inline
  register(index: u32): usize {
    return load<usize>(this.registers + (<usize>index << 2));
  }

  @inline
  setRegister(index: u32, value: usize): void {
    store<usize>(this.registers + (<usize>index << 2), value);
  }

  @inline
  get registerCount(): u32 {
    return load<u32>(this.code);
  }

  @inline
  get groups(): u32 {
    return load<u32>(this.code, 4);
  }

  clear(): void {
    memory.fill(this.registers, 0, <usize>this.registerCount << 2);
  }
}

export function newMatcher(code: usize, start: usize, end: usize): Matcher {
  const registers = load<u32>(code);
  // a program that somebody else has written
  if (registers > 100000) unreachable();
  const size = <u32>offsetof<Matcher>() + (registers << 2);
  const m = changetype<Matcher>(allocate(size + FIRST_STACK_BYTES));
  m.code = code;
  m.start = start;
  m.end = end;
  m.registers = changetype<usize>(m) + offsetof<Matcher>();
  m.stack = changetype<usize>(m) + size;
  m.limit = m.stack + FIRST_STACK_BYTES;
  m.utf8 = (load<u32>(code, 8) & UTF8) != 0;
  m.full = false;
  m.notEmptyAt = 0;
  m.left = 0;
  m.from = 0;
  m.to = 0;
  m.clear();
  return m;
}

function grow(m: Matcher, top: usize): usize {
  const used = top - m.stack;
  const size = (m.limit - m.stack) << 1;
  const larger = allocate(<u32>size);
  memory.copy(larger, m.stack, used);
  m.stack = larger;
  m.limit = larger + size;
  return larger + used;
}

@inline
function push(m: Matcher, top: usize, kind: u32, value: u32, a: usize, b: usize): usize {
  if (top + FRAME_BYTES > m.limit) top = grow(m, top);
  store<u32>(top, (value << 3) | kind);
  store<usize>(top, a, 4);
  store<usize>(top, b, 8);
  return top + FRAME_BYTES;
}

/** How many bytes the character has that begins with this byte; never beyond `room`. */
@inline
function width(byte: u32, room: usize): usize {
  const wide: usize = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return min(wide, room);
}

function decodeChar(at: usize, wide: usize): u32 {
  const first = <u32>load<u8>(at);
  if (wide == 1) return first;
  if (wide == 2) return ((first & 0x1f) << 6) | (load<u8>(at, 1) & 0x3f);
  if (wide == 3) return ((first & 0x0f) << 12) | ((load<u8>(at, 1) & 0x3f) << 6) | (load<u8>(at, 2) & 0x3f);
  return (
    ((first & 0x07) << 18) |
    ((load<u8>(at, 1) & 0x3f) << 12) |
    ((load<u8>(at, 2) & 0x3f) << 6) |
    (load<u8>(at, 3) & 0x3f)
  );
}

function hasChar(set: usize, char: u32): bool {
  if (char < 256) return inBits(set, char);
  return inSet(set, char);
}

/** The character before `at`, which is not the first. */
@inline
function before(m: Matcher, at: usize): usize {
  at--;
  if (m.utf8) while (at > m.start && (load<u8>(at) & 0xc0) == 0x80) at--;
  return at;
}

/** The position behind the item at `at`, or 0 where there is none. */
@inline
function one(m: Matcher, item: u32, what: u32, at: usize): usize {
  if (at >= m.end) return 0;
  const byte = <u32>load<u8>(at);
  if (item == Item.Byte) return byte == what ? at + 1 : 0;
  if (item == Item.NotNewline && byte == 10) return 0;
  if (byte < 128 || !m.utf8) return item != Item.Set || inBits(m.code + (<usize>what << 2), byte) ? at + 1 : 0;
  const wide = width(byte, m.end - at);
  return item != Item.Set || hasChar(m.code + (<usize>what << 2), decodeChar(at, wide)) ? at + wide : 0;
}

/** The position behind as many items as follow each other, `most` at most. */
function scan(m: Matcher, item: u32, what: u32, at: usize, most: u32): usize {
  const end = m.end;
  // a character is a byte at least
  if (most == UNLIMITED) most = <u32>(end - at);
  let left = most;
  if (item == Item.Byte) {
    while (left > 0 && at < end && <u32>load<u8>(at) == what) {
      at++;
      left--;
    }
  } else if (!m.utf8) {
    if (item == Item.Any) {
      const step = min(left, <u32>(end - at));
      at += step;
      left -= step;
    } else if (item == Item.NotNewline) {
      while (left > 0 && at < end && load<u8>(at) != 10) {
        at++;
        left--;
      }
    } else {
      const set = m.code + (<usize>what << 2);
      while (left > 0 && at < end && inBits(set, load<u8>(at))) {
        at++;
        left--;
      }
    }
  } else if (item == Item.Set) {
    const set = m.code + (<usize>what << 2);
    while (left > 0 && at < end) {
      const byte = <u32>load<u8>(at);
      if (byte < 128) {
        if (!inBits(set, byte)) break;
        at++;
      } else {
        const wide = width(byte, end - at);
        if (!hasChar(set, decodeChar(at, wide))) break;
        at += wide;
      }
      left--;
    }
  } else {
    const stop: u32 = item == Item.Any ? 256 : 10;
    while (left > 0 && at < end) {
      const byte = <u32>load<u8>(at);
      if (byte == stop) break;
      at += byte < 128 ? 1 : width(byte, end - at);
      left--;
    }
  }
  m.left = left;
  return at;
}

function skip(m: Matcher, at: usize, count: u32): usize {
  if (!m.utf8) return at + count;
  while (count > 0 && at < m.end) {
    at += width(load<u8>(at), m.end - at);
    count--;
  }
  return at;
}

function isWordAt(m: Matcher, set: usize, at: usize): bool {
  const byte = <u32>load<u8>(at);
  if (byte < 128 || !m.utf8) return inBits(set, byte);
  return hasChar(set, decodeChar(at, width(byte, m.end - at)));
}

function isAt(m: Matcher, place: u32, set: usize, at: usize): bool {
  switch (place) {
    case Place.TextStart:
      return at == m.start;
    case Place.LineStart:
      return at == m.start || load<u8>(at - 1) == 10;
    case Place.End:
      return at == m.end || (at + 1 == m.end && load<u8>(at) == 10);
    case Place.LineEnd:
      return at == m.end || load<u8>(at) == 10;
    case Place.TextEnd:
      return at == m.end;
  }
  // neither is anywhere in an empty text
  if (m.start == m.end) return false;
  const here = at < m.end && isWordAt(m, set, at);
  const there = at > m.start && isWordAt(m, set, before(m, at));
  return (here != there) == (place == Place.Boundary);
}

/** The position behind a repetition of the text from `from` to `to`, or 0. */
function repeated(m: Matcher, from: usize, to: usize, at: usize, ignoresCase: u32): usize {
  if (ignoresCase == 0) {
    if (to - from > m.end - at) return 0;
    for (; from < to; from++, at++) if (load<u8>(from) != load<u8>(at)) return 0;
    return at;
  }
  while (from < to) {
    if (at >= m.end) return 0;
    if (!m.utf8) {
      if (lowerCase(load<u8>(from), false) != lowerCase(load<u8>(at), false)) return 0;
      from++;
      at++;
      continue;
    }
    const wide = width(load<u8>(from), to - from);
    const otherWide = width(load<u8>(at), m.end - at);
    const char = decodeChar(from, wide);
    const other = decodeChar(at, otherWide);
    if (char != other) {
      if (lowerCase(char, ignoresCase == 2) != lowerCase(other, ignoresCase == 2)) return 0;
    }
    from += wide;
    at += otherWide;
  }
  return at;
}

/** Forgets all branches above `base`, but not what they would restore. */
function cut(m: Matcher, base: usize, top: usize): usize {
  let kept = base;
  for (let frame = base; frame < top; frame += FRAME_BYTES) {
    const kind = load<u32>(frame) & 7;
    const index = load<u32>(frame) >>> 3;
    if (kind == Frame.Register || kind == Frame.Group) {
      if (kept != frame) memory.copy(kept, frame, FRAME_BYTES);
      kept += FRAME_BYTES;
    } else if (kind == Frame.Loop || kind == Frame.Counters) {
      const register = kind == Frame.Loop ? load<u32>(m.code + (<usize>index << 2), 4) : index;
      const count = load<usize>(frame, 4);
      const last = load<usize>(frame, 8);
      store<u32>(kept, (register << 3) | Frame.Counters);
      store<usize>(kept, count, 4);
      store<usize>(kept, last, 8);
      kept += FRAME_BYTES;
    }
  }
  return kept;
}

/** Goes back as far as a repetition's frame lets it: the position from where to go on, or 0 where none is left. */
@inline
function stepBack(m: Matcher, next: u32, least: usize, at: usize): usize {
  while (at > least) {
    at--;
    if (m.utf8) while (at > least && (load<u8>(at) & 0xc0) == 0x80) at--;
    if (next == 0 || (at < m.end && <u32>load<u8>(at) + 1 == next)) return at;
  }
  return 0;
}

/** The end of a match that begins at `from`, or 0. */
function run(m: Matcher, from: usize): usize {
  const code = m.code;
  const end = m.end;
  let pc = code + (<usize>load<u32>(code, 24) << 2);
  let at = from;
  let top = m.stack;
  for (;;) {
    // `continue` goes on behind the instruction, `break` gives this way up
    switch (load<u32>(pc)) {
      case Op.Match:
        if ((m.full && at != end) || (at == m.notEmptyAt && at == from)) break;
        return at;
      case Op.Byte:
        if (at == end || <u32>load<u8>(at) != load<u32>(pc, 4)) break;
        at++;
        pc += 8;
        continue;
      case Op.Text: {
        const length = <usize>load<u32>(pc, 4);
        if (length > end - at) break;
        let text = pc + 8;
        const stop = at + length;
        let p = at;
        while (p < stop && load<u8>(p) == load<u8>(text)) {
          p++;
          text++;
        }
        if (p != stop) break;
        at = stop;
        pc += 8 + ((length + 3) & ~3);
        continue;
      }
      case Op.Set: {
        const next = one(m, Item.Set, load<u32>(pc, 4), at);
        if (next == 0) break;
        at = next;
        pc += 8;
        continue;
      }
      case Op.NotNewline: {
        const next = one(m, Item.NotNewline, 0, at);
        if (next == 0) break;
        at = next;
        pc += 4;
        continue;
      }
      case Op.Any: {
        const next = one(m, Item.Any, 0, at);
        if (next == 0) break;
        at = next;
        pc += 4;
        continue;
      }
      case Op.Jump:
        pc = code + (<usize>load<u32>(pc, 4) << 2);
        continue;
      case Op.Split:
        top = push(m, top, Frame.Branch, load<u32>(pc, 4), at, 0);
        pc += 8;
        continue;
      case Op.SplitByte:
        if (at == end || <u32>load<u8>(at) != load<u32>(pc, 8)) {
          pc = code + (<usize>load<u32>(pc, 4) << 2);
          continue;
        }
        top = push(m, top, Frame.Branch, load<u32>(pc, 4), at, 0);
        pc += 12;
        continue;
      case Op.Open: {
        const register = load<u32>(pc, 4);
        top = push(m, top, Frame.Register, register, m.register(register), 0);
        m.setRegister(register, at);
        pc += 8;
        continue;
      }
      case Op.Close: {
        const register = load<u32>(pc, 4);
        top = push(m, top, Frame.Group, register, m.register(register), m.register(0));
        m.setRegister(register, at);
        m.setRegister(0, register >>> 1);
        pc += 8;
        continue;
      }
      case Op.Repeat: {
        const least = load<u32>(pc, 12);
        const most = load<u32>(pc, 16);
        const mode = load<u32>(pc, 20);
        const next = load<u32>(pc, 24);
        if (mode == Mode.Lazy) {
          if (least > 0) {
            at = scan(m, load<u32>(pc, 4), load<u32>(pc, 8), at, least);
            if (m.left > 0) break;
          }
          if (most > least) top = push(m, top, Frame.RepeatLazy, <u32>((pc - code) >>> 2), at, most - least);
          pc += 28;
          continue;
        }
        const begin = at;
        at = scan(m, load<u32>(pc, 4), load<u32>(pc, 8), at, most);
        if (least > 0) {
          if (least == 1) {
            if (at == begin) break;
          } else if ((most == UNLIMITED ? <u32>(end - begin) : most) - m.left < least) break;
        }
        if (mode == Mode.Greedy) {
          const lowest = least == 0 ? begin : skip(m, begin, least);
          if (next != 0 && (at == end || <u32>load<u8>(at) + 1 != next)) {
            at = stepBack(m, next, lowest, at);
            if (at == 0) break;
          }
          if (at > lowest) top = push(m, top, Frame.Repeat, <u32>((pc - code) >>> 2), lowest, at);
        }
        pc += 28;
        continue;
      }
      case Op.LoopStart: {
        const register = load<u32>(pc, 4);
        top = push(m, top, Frame.Counters, register, m.register(register), m.register(register + 1));
        m.setRegister(register, 0);
        m.setRegister(register + 1, 0);
        pc += 8;
        continue;
      }
      case Op.Loop: {
        const register = load<u32>(pc, 4);
        const count = <u32>m.register(register);
        const last = m.register(register + 1);
        if (count < load<u32>(pc, 8)) {
          top = push(m, top, Frame.Register, register, count, 0);
          m.setRegister(register, count + 1);
          // a lazy loop has LoopAgain before its body
          pc += load<u32>(pc, 20) == Mode.Lazy ? 32 : 24;
          continue;
        }
        const more = count < load<u32>(pc, 12) && at != last;
        if (load<u32>(pc, 20) == Mode.Lazy) {
          if (more) top = push(m, top, Frame.Branch, <u32>((pc - code) >>> 2) + 6, at, 0);
          pc = code + (<usize>load<u32>(pc, 16) << 2);
          continue;
        }
        if (!more) {
          pc = code + (<usize>load<u32>(pc, 16) << 2);
          continue;
        }
        top = push(m, top, Frame.Loop, <u32>((pc - code) >>> 2), count, last);
        m.setRegister(register, count + 1);
        m.setRegister(register + 1, at);
        pc += 24;
        continue;
      }
      case Op.LoopAgain: {
        const register = load<u32>(pc, 4);
        const count = m.register(register);
        top = push(m, top, Frame.Counters, register, count, m.register(register + 1));
        m.setRegister(register, count + 1);
        m.setRegister(register + 1, at);
        pc += 8;
        continue;
      }
      case Op.Reference: {
        const register = load<u32>(pc, 4);
        const first = m.register(register);
        const second = m.register(register + 1);
        if (first == 0 || second < first) break;
        const next = repeated(m, first, second, at, load<u32>(pc, 8));
        if (next == 0) break;
        at = next;
        pc += 12;
        continue;
      }
      case Op.At:
        if (!isAt(m, load<u32>(pc, 4), code + (<usize>load<u32>(pc, 8) << 2), at)) break;
        pc += 12;
        continue;
      case Op.Look:
      case Op.LookNot:
      case Op.Atomic: {
        // the registers of each hold the height of the stack and the position
        const register = load<u32>(pc, 4);
        top = push(m, top, Frame.Counters, register, m.register(register), m.register(register + 1));
        m.setRegister(register, top - m.stack);
        m.setRegister(register + 1, at);
        if (load<u32>(pc) == Op.LookNot) top = push(m, top, Frame.Branch, load<u32>(pc, 8), at, 0);
        pc += 12;
        continue;
      }
      case Op.LookEnd:
      case Op.AtomicEnd: {
        const register = load<u32>(pc, 4);
        if (load<u32>(pc) == Op.LookEnd) at = m.register(register + 1);
        top = cut(m, m.stack + m.register(register), top);
        pc += 8;
        continue;
      }
      case Op.LookNotEnd:
        // what this way has set is undone, then its branch, the first frame, is dropped
        top = cut(m, m.stack + m.register(load<u32>(pc, 4)), top);
        break;
      case Op.Back: {
        let left = load<u32>(pc, 4);
        while (left > 0 && at > m.start) {
          at = before(m, at);
          left--;
        }
        if (left > 0) break;
        pc += 8;
        continue;
      }
      case Op.IfGroup: {
        const register = load<u32>(pc, 4);
        const first = m.register(register);
        if (first != 0 && m.register(register + 1) >= first) pc += 12;
        else pc = code + (<usize>load<u32>(pc, 8) << 2);
        continue;
      }
      case Op.Fail:
        break;
      default:
        unreachable();
    }

    for (;;) {
      if (top <= m.stack) return 0;
      top -= FRAME_BYTES;
      const kind = load<u32>(top) & 7;
      const value = load<u32>(top) >>> 3;
      const a = load<usize>(top, 4);
      const b = load<usize>(top, 8);
      if (kind == Frame.Branch) {
        pc = code + (<usize>value << 2);
        at = a;
        break;
      }
      if (kind == Frame.Repeat) {
        const instruction = code + (<usize>value << 2);
        at = stepBack(m, load<u32>(instruction, 24), a, b);
        if (at == 0) continue;
        if (at > a) {
          store<usize>(top, at, 8);
          top += FRAME_BYTES;
        }
        pc = instruction + 28;
        break;
      }
      if (kind == Frame.RepeatLazy) {
        const instruction = code + (<usize>value << 2);
        const next = load<u32>(instruction, 24);
        let left = <u32>b;
        at = a;
        do {
          at = one(m, load<u32>(instruction, 4), load<u32>(instruction, 8), at);
          left--;
        } while (at != 0 && left > 0 && next != 0 && (at == end || <u32>load<u8>(at) + 1 != next));
        if (at == 0) continue;
        if (left > 0) {
          store<usize>(top, at, 4);
          store<u32>(top, left, 8);
          top += FRAME_BYTES;
        }
        pc = instruction + 28;
        break;
      }
      if (kind == Frame.Register) {
        m.setRegister(value, a);
      } else if (kind == Frame.Group) {
        m.setRegister(value, a);
        m.setRegister(0, b);
      } else {
        const loop = code + (<usize>value << 2);
        const register = kind == Frame.Loop ? load<u32>(loop, 4) : value;
        at = m.register(register + 1);
        m.setRegister(register, a);
        m.setRegister(register + 1, b);
        if (kind == Frame.Loop) {
          pc = code + (<usize>load<u32>(loop, 16) << 2);
          break;
        }
      }
    }
  }
  return 0;
}

function findPrefix(m: Matcher, at: usize): usize {
  const length = <usize>load<u32>(m.code, 12);
  const prefix = m.code + (<usize>load<u32>(m.code, 16) << 2);
  const first = load<u8>(prefix);
  if (length > m.end - m.start) return 0;
  for (const last = m.end - length; at <= last; at++) {
    if (load<u8>(at) != first) continue;
    let i: usize = 1;
    while (i < length && load<u8>(at + i) == load<u8>(prefix + i)) i++;
    if (i == length) return at;
  }
  return 0;
}

function findFirst(m: Matcher, at: usize): usize {
  const bits = m.code + (<usize>load<u32>(m.code, 20) << 2);
  const end = m.end;
  while (at < end && !inBits(bits, load<u8>(at))) at++;
  return at < end ? at : 0;
}

function found(m: Matcher, from: usize, to: usize): bool {
  m.from = from;
  m.to = to;
  return to != 0;
}

/** Whether a match begins at `at`. The matcher then holds its two ends and those of the groups; `clear` makes it ready for the next. */
export function matchAt(m: Matcher, at: usize): bool {
  return found(m, at, run(m, at));
}

/** The same for the first match that begins at `at` or later. */
export function searchFrom(m: Matcher, at: usize): bool {
  const flags = load<u32>(m.code, 8);
  if ((flags & ANCHORED) != 0) return at == m.start ? matchAt(m, at) : false;
  for (;;) {
    if ((flags & HAS_PREFIX) != 0) {
      at = findPrefix(m, at);
      if (at == 0) return false;
    } else if ((flags & HAS_FIRST) != 0) {
      at = findFirst(m, at);
      if (at == 0) return false;
    }
    const to = run(m, at);
    if (to != 0 || at >= m.end) return found(m, at, to);
    at++;
    if (m.utf8) while (at < m.end && (load<u8>(at) & 0xc0) == 0x80) at++;
  }
  return false;
}
