import { corruptionFamilies } from "./corruption-families.js";

/**
 * Plain Python that makes MicroPython's C code read or write where it should not: lying lengths, containers that change
 * under the C code that walks them, sizes that overflow, objects forged from integers. The guest may ruin itself; the
 * tests ask only that it ruins nobody else.
 */
const singlePrograms: Readonly<Record<string, string>> = {
  "array('d') of a sequence that lies about its length": `
from array import array
class B:
    def __len__(self): return 0x20000001
    def __getitem__(self, i): return 1.5
    def __iter__(self): return iter([1.5] * 64)
a = array('d', B())
print(len(a), a[3])`,
  "a sequence that is longer than it says": `
from array import array
class B:
    def __len__(self): return 1
    def __iter__(self): return iter(range(20000))
a = array('i', B())
print(len(a))`,
  "list multiplication that overflows": "x = [1,2,3,4] * 0x40000001\nprint(len(x), x[0], x[100000])",
  "tuple multiplication that overflows": "x = (1,2,3,4) * 0x40000001\nprint(len(x), x[0], x[100000])",
  "str multiplication that overflows": "x = 'abcd' * 0x40000001\nprint(len(x), x[:10])",
  "bytes multiplication that overflows": "x = b'abcd' * 0x40000001\nprint(len(x), x[:10])",
  "bytearray of negative and huge sizes": `
for n in (-1, 2**31 - 1, 2**32 - 1, 2**30):
    try: print(len(bytearray(n)), len(bytes(n)))
    except (MemoryError, ValueError, OverflowError) as e: print(type(e))`,
  "sort whose comparison clears the list": `
class E:
    def __lt__(self, other):
        items.clear()
        for i in range(50): junk.append([i] * 20)
        return True
junk = []
items = [E() for _ in range(200)]
items.sort()
print(len(items))`,
  "sort whose key grows the list": `
items = list(range(100))
def key(x):
    items.extend(range(100)) if len(items) < 5000 else items.clear()
    return -x
items.sort(key=key)
print(len(items), items[:3])`,
  "a dict cleared in __eq__": `
class K:
    def __hash__(self): return 1
    def __eq__(self, other):
        d.clear()
        for i in range(100): d[i] = [i]
        return False
d = {}
for _ in range(20): d[K()] = 1
print(len(d))`,
  "a dict that grows in __hash__": `
class K:
    def __hash__(self):
        for i in range(50): d[len(d)] = i
        return 3
    def __eq__(self, other): return True
d = {}
for _ in range(10):
    d[K()] = 1
    K() in d
print(len(d) > 0)`,
  "a set cleared in __eq__": `
class K:
    def __hash__(self): return 1
    def __eq__(self, other):
        s.clear()
        return False
s = set()
for _ in range(30): s.add(K())
print(len(s), len(s | {K()}), len(s & {K()}))`,
  "a view of a bytearray that moved": `
b = bytearray(16)
v = memoryview(b)
for i in range(2000): b.extend(b'x' * 64) if i % 2 else b.append(1)
junk = [bytes(32) for _ in range(2000)]
for i in range(len(v)): v[i] = 255
junk2 = [[i] for i in range(2000)]
print(bytes(v)[:4], sum(len(j) for j in junk2))`,
  "a list extended by an iterator that shrinks it": `
items = [1, 2, 3]
def shrink():
    for i in range(1000):
        items.clear()
        yield i
items.extend(shrink())
items[:] = [x for x in shrink()]
items[0:len(items)] = items
print(len(items))`,
  "join over a list that changes": `
class S:
    def __iter__(self):
        for i in range(100):
            items.clear()
            yield 'x' * i
items = ['a'] * 100
print(len(','.join(S())), len(items))`,
  "writing through an array of objects": `
import ustruct as struct
from array import array
a = array('O', [1, 2, 3])
v = memoryview(a)
for i in range(1000): a.append([i])
for i in range(3): v[i] = None
for address in range(8, 2**17, 4096):
    s = struct.unpack('S', struct.pack('I', address))[0]
    print(len(s))`,
  "a generator that resumes itself": `
def g():
    while True:
        try: next(me)
        except ValueError as e: pass
        try: me.throw(KeyError)
        except BaseException as e: pass
        try: me.close()
        except BaseException as e: pass
        yield 1
me = g()
print([next(me) for _ in range(50)])`,
  "a deque that lies": `
from collections import deque
for n in (2**31 - 1, 2**30, 2**32 - 1, -1):
    try: print(len(deque([], n)))
    except Exception as e: print(type(e))
d = deque([], 4)
for i in range(100):
    d.append(i)
    for x in d:
        d.append(x); break
print(list(d))`,
};

/** Every attack: a name, and programs that each get an interpreter of their own. */
export const corruptionAttacks: readonly { name: string; programs: readonly string[] }[] = [
  ...Object.entries(singlePrograms).map(([name, program]) => ({ name, programs: [program] })),
  ...Object.entries(corruptionFamilies).map(([name, programs]) => ({ name, programs })),
];
