// list.sort and sorted: a stable merge sort that calls the key once for each item. Upstream's quicksort is not stable, and calls it at every comparison.
//
// What is sorted are pairs of a key and its item in memory of the sort's own. The list gets its items back at the end: where a key or a comparison raises, it is as it was.

import { keyword, onlyKeywords } from "../arguments";
import { binary_op, is_true } from "../numbers/arithmetic";
import { newBuilder } from "../text/builder";
import { allocate, bounded, call1, floatType, pay } from "../interpreter";
import { isSmallInt, isStr, NONE, textBytes, textData } from "../objects";
import { raiseBuilt, raiseType, raiseValue } from "../errors/raise";
import { itemList } from "./sequences";
import { hasType } from "../text/str";
import { listType, typeError } from "../types";

const LESS: u32 = 0; // mp_binary_op_t

/** Runs of this length are sorted by insertion. */
const RUN: u32 = 8;

/** What all keys are: then they are compared without the operator. */
const enum Keys {
  Any,
  SmallInts,
  Floats,
  Texts,
}

/** Lies in the heap, so that what it points to is found from it. */
@unmanaged
class Sort {
  /** Pairs of a key and its item; the second half is room to merge into. */
  pairs: usize;
  room: usize;
  count: u32;
  kind: Keys;
  descending: bool;
}

@inline
function isFloat(object: usize): bool {
  return (object & 3) == 0 && load<usize>(object) == floatType();
}

function kindOf(pairs: usize, count: u32): Keys {
  const first = load<usize>(pairs);
  const kind = isSmallInt(first) ? Keys.SmallInts : isStr(first) ? Keys.Texts : isFloat(first) ? Keys.Floats : Keys.Any;
  for (let at = pairs, end = pairs + (<usize>count << 3); at < end; at += 8) {
    const key = load<usize>(at);
    if (kind == Keys.SmallInts ? !isSmallInt(key) : kind == Keys.Texts ? !isStr(key) : kind == Keys.Floats && !isFloat(key))
      return Keys.Any;
  }
  return kind;
}

function textLess(a: usize, b: usize): bool {
  const first = textBytes(a);
  const second = textBytes(b);
  const order = memory.compare(textData(a), textData(b), min(first, second));
  return order != 0 ? order < 0 : first < second;
}

/** Whether the first key comes before the second. */
@inline
function less(kind: Keys, a: usize, b: usize): bool {
  if (kind == Keys.SmallInts) return <i32>a < <i32>b;
  if (kind == Keys.Floats) return load<f64>(a, 8) < load<f64>(b, 8);
  if (kind == Keys.Texts) return textLess(a, b);
  return is_true(binary_op(LESS, a, b));
}

/** Whether the pair at `later`, which stood behind the one at `earlier`, has to stand before it. */
@inline
function overtakes(sort: Sort, later: usize, earlier: usize): bool {
  const a = load<usize>(later);
  const b = load<usize>(earlier);
  return sort.descending ? less(sort.kind, b, a) : less(sort.kind, a, b);
}

function sortRun(sort: Sort, from: u32, to: u32): void {
  for (let i = from + 1; i < to; i++) {
    for (let k = i; k > from; k--) {
      bounded(); // by RUN
      const later = sort.pairs + (<usize>k << 3);
      if (!overtakes(sort, later, later - 8)) break;
      const pair = load<u64>(later);
      store<u64>(later, load<u64>(later - 8));
      store<u64>(later - 8, pair);
    }
  }
}

/** Merges two neighbouring runs into the room. */
function merge(sort: Sort, from: u32, middle: u32, end: u32): void {
  let left = from;
  let right = middle;
  let to = from;
  const first = sort.pairs + (<usize>middle << 3);
  if (middle >= end || !overtakes(sort, first, first - 8)) {
    const start = <usize>from << 3;
    memory.copy(sort.room + start, sort.pairs + start, <usize>(end - from) << 3);
    return;
  }
  pay(end - from);
  while (left < middle && right < end) {
    bounded(); // each round takes one
    const before = sort.pairs + (<usize>left << 3);
    const behind = sort.pairs + (<usize>right << 3);
    const taken = overtakes(sort, behind, before);
    store<u64>(sort.room + (<usize>to << 3), load<u64>(taken ? behind : before));
    to++;
    if (taken) right++;
    else left++;
  }
  const rest = left < middle ? left : right;
  const count = left < middle ? middle - left : end - right;
  memory.copy(sort.room + (<usize>to << 3), sort.pairs + (<usize>rest << 3), <usize>count << 3);
}

/** Sorts the pairs, which then lie in `pairs`. */
function sortPairs(sort: Sort): void {
  const count = sort.count;
  for (let from: u32 = 0; from < count; from += RUN) sortRun(sort, from, min(from + RUN, count));
  for (let size = RUN; size < count; size <<= 1) {
    for (let from: u32 = 0; from < count; from += size << 1)
      merge(sort, from, min(from + size, count), min(from + (size << 1), count));
    const pairs = sort.pairs;
    sort.pairs = sort.room;
    sort.room = pairs;
  }
}

/** mp_obj_list_sort(count, arguments, keywords) */
export function list_sort(count: u32, args: usize, keywords: usize): usize {
  const list = load<usize>(args);
  if (!hasType(list, listType())) raiseType("descriptor 'sort' requires a 'list' object");
  if (count > 1) raiseType("sort() takes no positional arguments");
  sortList(list, keywords);
  return NONE;
}

/** sorted(iterable, *, key, reverse) */
export function builtin_sorted(count: u32, args: usize, keywords: usize): usize {
  if (count != 1) {
    const message = newBuilder(63);
    message.literal("sorted expected 1 argument, got ");
    message.decimal(count);
    raiseBuilt(typeError(), message);
  }
  const list = itemList(load<usize>(args));
  sortList(list, keywords);
  return list;
}

function sortList(list: usize, keywords: usize): void {
  onlyKeywords(keywords, "sort", "key", "reverse");
  const key = keyword(keywords, "key");
  const reverse = keyword(keywords, "reverse");
  const descending = reverse != 0 && is_true(reverse);
  const length = load<u32>(list, 8);
  const items = load<usize>(list, 12);
  if (length < 2 && (key == 0 || key == NONE)) return;

  const sort = changetype<Sort>(allocate(offsetof<Sort>()));
  sort.pairs = 0;
  sort.room = 0;
  sort.count = length;
  sort.descending = descending;
  const bytes = max<u32>(length, 1) << 3;
  const pairs = allocate(bytes);
  memory.fill(pairs, 0, bytes);
  sort.pairs = pairs;
  for (let i: usize = 0; i < length; i++) {
    const item = load<usize>(items + (i << 2));
    store<usize>(pairs + (i << 3), item);
    store<usize>(pairs + (i << 3), item, 4);
  }
  if (key != 0 && key != NONE)
    for (let i: usize = 0; i < length; i++) store<usize>(pairs + (i << 3), call1(key, load<usize>(pairs + (i << 3), 4)));
  const room = allocate(bytes);
  memory.fill(room, 0, bytes);
  sort.room = room;
  sort.kind = length == 0 ? Keys.Any : kindOf(pairs, length);
  sortPairs(sort);

  if (load<u32>(list, 8) != length || load<usize>(list, 12) != items) raiseValue("list modified during sort");
  for (let i: usize = 0; i < length; i++) store<usize>(items + (i << 2), load<usize>(sort.pairs + (i << 3), 4));
}
