// str.format() and what f-strings become, and the builtin format().

import { Builder, newBuilder } from "./builder";
import { appendFormatted } from "./formatSpec";
import { allocate, call1, attribute, newStr, raiseObject, reprOf } from "../interpreter";
import { isStr, smallInt, textBytes, textData } from "../objects";
import { raiseBuilt, raiseValue } from "../errors/raise";
import { appendPlain } from "./plainFormat";
import { appendTypeName, plain, selfText, subscript } from "./str";
import { escaped } from "./strRepr";
import { indexError, keyError, strType, typeError, valueError } from "../types";

const OPEN: u32 = 123;
const CLOSE: u32 = 125;
const COLON: u32 = 58;
const BANG: u32 = 33;
const BRACKET: u32 = 91;
const POINT: u32 = 46;

/** Fields in the specification of a field; no deeper. */
const DEEPEST: u32 = 2;

const enum Numbering {
  Unknown,
  Automatic,
  Manual,
}

/** What a call of format() has to work with. */
@unmanaged
class Format {
  count: u32;
  args: usize;
  /** An mp_map_t, or 0. */
  keywords: usize;
  /** What format_map() was given, or 0. */
  mapping: usize;
  next: u32;
  numbering: Numbering;
}

function automatic(format: Format): usize {
  if (format.numbering == Numbering.Manual) {
    raiseValue("cannot switch from manual field specification to automatic field numbering");
  }
  format.numbering = Numbering.Automatic;
  return positional(format, format.next++);
}

function positional(format: Format, index: u32): usize {
  if (index < format.count) return load<usize>(format.args + (<usize>index << 2));
  if (format.mapping != 0) raiseValue("Format string contains positional fields");
  const message = newBuilder(79);
  message.literal("Replacement index ");
  message.decimal(index);
  message.literal(" out of range for positional args tuple");
  raiseBuilt(indexError(), message);
  return 0;
}

/** The number that the text is, or -1. */
function numberIn(at: usize, end: usize): i32 {
  if (at == end) return -1;
  let value: u64 = 0;
  for (; at < end; at++) {
    const digit = <u32>load<u8>(at) - 48;
    if (digit > 9) return -1;
    value = value * 10 + <u64>digit;
    if (value > 0x7fffffff) raiseValue("Too many decimal digits in format string");
  }
  return <i32>value;
}

function textOf(at: usize, end: usize): usize {
  return newStr(at, <u32>(end - at));
}

function named(format: Format, at: usize, end: usize): usize {
  const name = textOf(at, end);
  if (format.mapping != 0) return subscript(format.mapping, name);
  const map = format.keywords;
  if (map != 0) {
    const count = load<u32>(map, 4);
    const table = load<usize>(map, 8);
    for (let i: u32 = 0; i < count; i++) {
      const entry = table + (<usize>i << 3);
      const key = load<usize>(entry);
      if (key == 0 || !isStr(key)) continue;
      if (key == name || (textBytes(key) == textBytes(name) && memory.compare(textData(key), textData(name), textBytes(key)) == 0))
        return load<usize>(entry, 4);
    }
  }
  raiseObject(call1(keyError(), name));
  return 0;
}

/** The object that a field's name stands for. */
function lookUp(format: Format, at: usize, end: usize): usize {
  let stop = at;
  while (stop < end && load<u8>(stop) != <u8>BRACKET && load<u8>(stop) != <u8>POINT) stop++;
  let object: usize;
  if (stop == at) {
    object = automatic(format);
  } else {
    const number = numberIn(at, stop);
    if (number < 0) {
      object = named(format, at, stop);
    } else {
      if (format.numbering == Numbering.Automatic) {
        raiseValue("cannot switch from automatic field numbering to manual field specification");
      }
      format.numbering = Numbering.Manual;
      object = positional(format, <u32>number);
    }
  }
  at = stop;
  while (at < end) {
    if (load<u8>(at) == <u8>POINT) {
      stop = ++at;
      while (stop < end && load<u8>(stop) != <u8>BRACKET && load<u8>(stop) != <u8>POINT) stop++;
      if (stop == at) raiseValue("Empty attribute in format string");
      object = attribute(object, textOf(at, stop));
      at = stop;
    } else if (load<u8>(at) == <u8>BRACKET) {
      stop = ++at;
      while (stop < end && load<u8>(stop) != 93) stop++;
      if (stop == end) raiseValue("Missing ']' in format string");
      if (stop == at) raiseValue("Empty attribute in format string");
      const number = numberIn(at, stop);
      object = subscript(object, number < 0 ? textOf(at, stop) : smallInt(number));
      at = stop + 1;
    } else {
      raiseValue("Only '.' or '[' may follow ']' in format field specifier");
    }
  }
  return object;
}

/** Appends the field that begins at `at`, behind its brace; returns where it ends. */
function field(builder: Builder, format: Format, at: usize, end: usize, depth: u32): usize {
  // the name goes as far as a colon, a bang or the brace; in brackets these are nothing special
  const name = at;
  let inside = false;
  for (; at < end; at++) {
    const code = <u32>load<u8>(at);
    if (code == OPEN) raiseValue("unexpected '{' in field name");
    if (inside) inside = code != 93;
    else if (code == BRACKET) inside = true;
    else if (code == COLON || code == BANG || code == CLOSE) break;
  }
  if (at == end) raiseValue("expected '}' before end of string");
  const object = lookUp(format, name, at);
  let conversion: u32 = 0;
  if (load<u8>(at) == <u8>BANG) {
    at++;
    if (at == end) raiseValue("end of string while looking for conversion specifier");
    conversion = <u32>load<u8>(at++);
    if (at == end) raiseValue("unmatched '{' in format spec");
    if (load<u8>(at) != <u8>COLON && load<u8>(at) != <u8>CLOSE) raiseValue("expected ':' after conversion specifier");
  }
  let spec: usize = 0;
  if (load<u8>(at) == <u8>CLOSE && conversion == 0 && appendPlain(builder, object, at, at)) return at + 1;
  if (load<u8>(at) == <u8>COLON) {
    const start = ++at;
    let open = 1;
    let nested = false;
    for (; at < end; at++) {
      const code = <u32>load<u8>(at);
      if (code == OPEN) {
        open++;
        nested = true;
      } else if (code == CLOSE && --open == 0) {
        break;
      }
    }
    if (at == end) raiseValue("unmatched '{' in format spec");
    if (nested) {
      if (depth >= DEEPEST) raiseValue("Max string recursion exceeded");
      const inner = newBuilder(31);
      run(inner, format, start, at, depth + 1);
      spec = inner.toStr();
    } else if (conversion == 0 && appendPlain(builder, object, start, at)) {
      return at + 1;
    } else if (at > start) {
      spec = textOf(start, at);
    }
  }
  appendField(builder, object, conversion, spec);
  return at + 1;
}

function appendField(builder: Builder, value: usize, conversion: u32, spec: usize): void {
  let object = value;
  if (conversion == 114) {
    object = reprOf(object);
  } else if (conversion == 115) {
    if (!isStr(object)) object = call1(strType(), object);
  } else if (conversion == 97) {
    object = escaped(reprOf(object));
  } else if (conversion != 0) {
    const message = newBuilder(63);
    message.literal("Unknown conversion specifier ");
    message.character(conversion);
    raiseBuilt(valueError(), message);
  }
  if (spec == 0) spec = textOf(0, 0);
  appendFormatted(builder, object, spec);
}

function run(builder: Builder, format: Format, at: usize, end: usize, depth: u32): void {
  while (at < end) {
    const start = at;
    while (at < end && load<u8>(at) != <u8>OPEN && load<u8>(at) != <u8>CLOSE) at++;
    builder.bytes(start, <u32>(at - start));
    if (at == end) return;
    const brace = load<u8>(at++);
    if (at < end && load<u8>(at) == brace) {
      builder.byte(brace);
      at++;
    } else if (brace == <u8>CLOSE) {
      raiseValue("Single '}' encountered in format string");
    } else if (at == end) {
      raiseValue("Single '{' encountered in format string");
    } else {
      at = field(builder, format, at, end, depth);
    }
  }
}

function newFormat(): Format {
  const format = changetype<Format>(allocate(offsetof<Format>()));
  memory.fill(changetype<usize>(format), 0, offsetof<Format>());
  return format;
}

export function str_format(count: u32, args: usize, keywords: usize): usize {
  const text = selfText(load<usize>(args));
  const format = newFormat();
  format.count = count - 1;
  format.args = args + 4;
  format.keywords = keywords;
  const builder = newBuilder(textBytes(text) + 16);
  const data = textData(text);
  run(builder, format, data, data + textBytes(text), 1);
  return builder.toStr();
}

export function str_format_map(object: usize, mapping: usize): usize {
  const text = selfText(object);
  const format = newFormat();
  format.mapping = mapping;
  const builder = newBuilder(textBytes(text) + 16);
  const data = textData(text);
  run(builder, format, data, data + textBytes(text), 1);
  return builder.toStr();
}

/** format(value[, spec]) */
export function builtins_format(count: u32, args: usize): usize {
  const builder = newBuilder(31);
  const spec = count > 1 ? load<usize>(args, 4) : textOf(0, 0);
  const text = plain(spec);
  if (!isStr(text)) {
    const message = newBuilder(63);
    message.literal("format() argument 2 must be str, not ");
    appendTypeName(message, spec);
    raiseBuilt(typeError(), message);
  }
  appendFormatted(builder, load<usize>(args), text);
  return builder.toStr();
}
