// Case and predicates of str, bytes and bytearray. Of bytes, those beyond ASCII are of no kind and have no case.

import { newBuilder } from "./builder";
import { typeOfObject } from "../interpreter";
import { FALSE, isStr, textBytes, textData, TRUE } from "../objects";
import { characterAt, isAscii, selfText, widthOf } from "./str";
import { appendCase, bitsOf, CASED, Case, Is } from "./unicode";

@inline
function toBool(value: bool): usize {
  return value ? TRUE : FALSE;
}

@inline
function bitsIn(str: bool, code: u32): u32 {
  return str || code < 128 ? bitsOf(code) : 0;
}

/** Whether there are characters and each has one of these bits. */
function all(object: usize, wanted: u32): usize {
  const text = selfText(object);
  const str = isStr(text);
  const end = textData(text) + textBytes(text);
  let at = textData(text);
  if (at == end) return FALSE;
  while (at < end) {
    const code = str ? characterAt(at, end) : <u32>load<u8>(at);
    if ((bitsIn(str, code) & wanted) == 0) return FALSE;
    at += str ? widthOf(code < 128 ? code : <u32>load<u8>(at)) : 1;
  }
  return TRUE;
}

export function str_isalpha(object: usize): usize {
  return all(object, Is.Alpha);
}

export function str_isalnum(object: usize): usize {
  return all(object, Is.Alpha | Is.Decimal | Is.Digit | Is.Numeric);
}

export function str_isdecimal(object: usize): usize {
  return all(object, Is.Decimal);
}

export function str_isdigit(object: usize): usize {
  return all(object, Is.Digit);
}

export function str_isnumeric(object: usize): usize {
  return all(object, Is.Numeric);
}

export function str_isspace(object: usize): usize {
  return all(object, Is.Space);
}

export function str_isprintable(object: usize): usize {
  const text = selfText(object);
  return textBytes(text) == 0 ? TRUE : all(text, Is.Printable);
}

export function str_isascii(object: usize): usize {
  const text = selfText(object);
  return toBool(isAscii(textData(text), textBytes(text)));
}

export function str_isidentifier(object: usize): usize {
  const text = selfText(object);
  const end = textData(text) + textBytes(text);
  let at = textData(text);
  if (at == end || (bitsOf(characterAt(at, end)) & Is.IdStart) == 0) return FALSE;
  for (; at < end; at += widthOf(load<u8>(at))) if ((bitsOf(characterAt(at, end)) & Is.IdContinue) == 0) return FALSE;
  return TRUE;
}

/** Whether there is a character with case, and none has these bits. */
function cased(object: usize, forbidden: u32): usize {
  const text = selfText(object);
  const str = isStr(text);
  const end = textData(text) + textBytes(text);
  let found = false;
  for (let at = textData(text); at < end; ) {
    const code = str ? characterAt(at, end) : <u32>load<u8>(at);
    const bits = bitsIn(str, code);
    if ((bits & forbidden) != 0) return FALSE;
    if ((bits & CASED) != 0) found = true;
    at += str ? widthOf(load<u8>(at)) : 1;
  }
  return toBool(found);
}

export function str_islower(object: usize): usize {
  return cased(object, Is.Upper | Is.Title);
}

export function str_isupper(object: usize): usize {
  return cased(object, Is.Lower | Is.Title);
}

export function str_istitle(object: usize): usize {
  const text = selfText(object);
  const str = isStr(text);
  const end = textData(text) + textBytes(text);
  let found = false;
  let inside = false;
  for (let at = textData(text); at < end; ) {
    const code = str ? characterAt(at, end) : <u32>load<u8>(at);
    const bits = bitsIn(str, code);
    if ((bits & (Is.Upper | Is.Title)) != 0) {
      if (inside) return FALSE;
      found = true;
    } else if ((bits & Is.Lower) != 0 && !inside) {
      return FALSE;
    }
    inside = (bits & CASED) != 0;
    at += str ? widthOf(load<u8>(at)) : 1;
  }
  return toBool(found);
}

const enum Change {
  Lower,
  Upper,
  Fold,
  Capitalize,
  Title,
  Swap,
}

/** What becomes of a character with these bits, of which another with case stands before or not. */
@inline
function caseOf(change: Change, bits: u32, first: bool, inside: bool): Case {
  switch (change) {
    case Change.Lower:
      return Case.Lower;
    case Change.Upper:
      return Case.Upper;
    case Change.Fold:
      return Case.Fold;
    case Change.Capitalize:
      return first ? Case.Title : Case.Lower;
    case Change.Title:
      return inside ? Case.Lower : Case.Title;
  }
  return (bits & Is.Upper) != 0 ? Case.Lower : (bits & Is.Title) != 0 ? Case.Title : Case.Upper;
}

const CAPITAL_SIGMA: u32 = 0x3a3;
const FINAL_SIGMA: u32 = 0x3c2;

/** Whether a capital sigma at `at` ends a word: letters stand before it and none behind it. */
function endsWord(data: usize, at: usize, end: usize): bool {
  let before = false;
  for (let i = data; i < at; i += widthOf(load<u8>(i))) {
    const bits = bitsOf(characterAt(i, end));
    if ((bits & Is.CaseIgnorable) == 0) before = (bits & CASED) != 0;
  }
  if (!before) return false;
  for (let i = at + 2; i < end; i += widthOf(load<u8>(i))) {
    const bits = bitsOf(characterAt(i, end));
    if ((bits & Is.CaseIgnorable) == 0) return (bits & CASED) == 0;
  }
  return true;
}

/** ASCII text in another case, in place. */
function changeAscii(to: usize, from: usize, length: u32, change: Change): void {
  let inside = false;
  for (let i: u32 = 0; i < length; i++) {
    const code = <u32>load<u8>(from + i);
    const letter = (code | 32) - 97 < 26;
    let changed = code;
    if (letter) {
      const lower = (code & 32) != 0;
      let wanted = false;
      switch (change) {
        case Change.Lower:
        case Change.Fold:
          wanted = true;
          break;
        case Change.Upper:
          break;
        case Change.Capitalize:
          wanted = i > 0;
          break;
        case Change.Title:
          wanted = inside;
          break;
        case Change.Swap:
          wanted = !lower;
          break;
      }
      changed = wanted ? code | 32 : code & ~32;
    }
    inside = letter;
    store<u8>(to + i, changed);
  }
}

function changed(object: usize, change: Change): usize {
  const text = selfText(object);
  const data = textData(text);
  const length = textBytes(text);
  const builder = newBuilder(length);
  if (!isStr(text) || isAscii(data, length)) {
    changeAscii(builder.extend(length), data, length, change);
    return builder.toObject(typeOfObject(text));
  }
  let inside = false;
  const end = data + length;
  for (let at = data; at < end; at += widthOf(load<u8>(at))) {
    const code = characterAt(at, end);
    const bits = bitsOf(code);
    const to = caseOf(change, bits, at == data, inside);
    if (code == CAPITAL_SIGMA && to == Case.Lower && endsWord(data, at, end)) builder.character(FINAL_SIGMA);
    else appendCase(builder, code, to);
    inside = (bits & CASED) != 0;
  }
  return builder.toObject(typeOfObject(text));
}

export function str_lower(object: usize): usize {
  return changed(object, Change.Lower);
}

export function str_upper(object: usize): usize {
  return changed(object, Change.Upper);
}

export function str_casefold(object: usize): usize {
  return changed(object, Change.Fold);
}

export function str_capitalize(object: usize): usize {
  return changed(object, Change.Capitalize);
}

export function str_title(object: usize): usize {
  return changed(object, Change.Title);
}

export function str_swapcase(object: usize): usize {
  return changed(object, Change.Swap);
}
