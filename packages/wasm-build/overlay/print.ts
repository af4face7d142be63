// The builtin print: to sys.stdout also where a program has put something else there, and to whatever has a method write.

import { isLiteral } from "./arguments";
import { newBuilder } from "./text/builder";
import { allocate, attribute, call1, upstreamPrint } from "./interpreter";
import { STDOUT, SYS_ATTRIBUTES } from "./lowMemory";
import { map_lookup } from "./containers/map";
import { stdout } from "./names";
import { isStr, NONE, textBytes, textData } from "./objects";
import { raiseBuilt } from "./errors/raise";
import { appendTypeName, isInstance, plain } from "./text/str";
import { strType, typeError } from "./types";

const LOOK_UP: u32 = 0;

@unmanaged
class Options {
  file: usize;
  sep: usize;
  end: usize;
}

function textOption(key: usize, value: usize): usize {
  if (value == NONE) return 0;
  if (isStr(plain(value))) return plain(value);
  const message = newBuilder(63);
  message.bytes(textData(key), textBytes(key));
  message.literal(" must be None or a string, not ");
  appendTypeName(message, value);
  raiseBuilt(typeError(), message);
  return 0;
}

function readOptions(options: Options, keywords: usize): void {
  const count = load<u32>(keywords, 4);
  const table = load<usize>(keywords, 8);
  for (let i: u32 = 0; i < count; i++) {
    const key = load<usize>(table + (<usize>i << 3));
    const value = load<usize>(table + (<usize>i << 3), 4);
    if (isLiteral(key, "sep")) {
      options.sep = textOption(key, value);
    } else if (isLiteral(key, "end")) {
      options.end = textOption(key, value);
    } else if (isLiteral(key, "file")) {
      options.file = value == NONE ? 0 : value;
    } else if (!isLiteral(key, "flush")) {
      const message = newBuilder(63);
      message.byte(39);
      message.bytes(textData(key), textBytes(key));
      message.literal("' is an invalid keyword argument for print()");
      raiseBuilt(typeError(), message);
    }
  }
}

/** What a program has put into sys.stdout; 0 where it is what it was. */
function replacedOutput(): usize {
  const attributes = load<usize>(SYS_ATTRIBUTES);
  // while the image is made
  if (attributes == 0) return 0;
  const entry = map_lookup(attributes + 4, (<usize>stdout() << 3) | 2, LOOK_UP);
  const value = entry == 0 ? NONE : load<usize>(entry, 4);
  return value == load<usize>(STDOUT) ? 0 : value;
}

function literal(text: string): usize {
  const builder = newBuilder(15);
  builder.literal(text);
  return builder.toStr();
}

function addKeyword(map: usize, name: string, value: usize): void {
  if (value == 0) return;
  const count = load<u32>(map, 4);
  const entry = load<usize>(map, 8) + (<usize>count << 3);
  store<usize>(entry, literal(name));
  store<usize>(entry, value, 4);
  store<u32>(map, count + 1, 4);
}

/** The same options as keyword arguments for upstream: an mp_map_t. */
function toKeywords(options: Options, flags: u32): usize {
  const map = allocate(12);
  memory.fill(map, 0, 12);
  store<usize>(map, allocate(24), 8);
  memory.fill(load<usize>(map, 8), 0, 24);
  addKeyword(map, "file", options.file);
  addKeyword(map, "sep", options.sep);
  addKeyword(map, "end", options.end);
  store<u32>(map, (load<u32>(map, 4) << 3) | flags);
  return map;
}

function writeTo(write: usize, object: usize): void {
  call1(write, isStr(object) ? object : call1(strType(), object));
}

export function builtins_print(count: u32, args: usize, keywords: usize): usize {
  const replaced = replacedOutput();
  if (replaced == 0 && load<u32>(keywords, 4) == 0) return upstreamPrint(count, args, keywords);
  const options = changetype<Options>(allocate(offsetof<Options>()));
  memory.fill(changetype<usize>(options), 0, offsetof<Options>());
  readOptions(options, keywords);
  if (options.file == 0) {
    if (replaced == NONE) return NONE;
    options.file = replaced;
  }
  if (!isInstance(options.file)) return upstreamPrint(count, args, toKeywords(options, load<u32>(keywords) & 7));
  const write = attribute(options.file, literal("write"));
  for (let i: u32 = 0; i < count; i++) {
    if (i > 0) writeTo(write, options.sep == 0 ? literal(" ") : options.sep);
    writeTo(write, load<usize>(args + (<usize>i << 2)));
  }
  writeTo(write, options.end == 0 ? literal("\n") : options.end);
  return NONE;
}
