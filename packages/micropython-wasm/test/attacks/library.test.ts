// Hostile use of the library and of what the overlay adds to the language: each ends in an exception, a result or a limit, and the interpreter goes on.
import { Interpreter, SandboxError } from "micropython-wasm";
import { expect, it } from "vitest";

const limits = { fuel: 30_000_000, memoryBytes: 16 * 1024 * 1024, timeoutMs: 30_000 };

/** What it ended with: "ok", Python's type of exception, or the code of the limit. */
async function outcome(source: string): Promise<string> {
  const interpreter = await Interpreter.create({ ...limits, rollback: true });
  try {
    let error: unknown;
    try {
      interpreter.run(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(interpreter.run("1 + 1").value).toBe(2);
    if (error === undefined) return "ok";
    if (!SandboxError.is(error)) throw error;
    return (error as { pythonType?: string }).pythonType ?? error.code;
  } finally {
    interpreter.close();
  }
}

const ends = /^(ok|\w*(Error|error|Exception)|FUEL_EXHAUSTED|MEMORY_LIMIT|STACK_OVERFLOW)$/;

it.each([
  ["a pattern that backtracks for ever", "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')", /^FUEL_EXHAUSTED$/],
  ["nested quantifiers over nothing", "import re\nre.findall(r'(?:(?:a*)*)*b', 'a' * 60)", ends],
  ["a pattern of many groups", "import re\nre.compile('(' * 5000 + ')' * 5000)", ends],
  ["a lookbehind that is long", "import re\nre.compile('(?<=' + 'a' * 100000 + ')b').search('a' * 1000)", ends],
  ["a huge repeat", "import re\nre.compile('a{1,1000000}{1,1000000}').match('a' * 10)", ends],
  ["json nested too deep", "import json\njson.loads('[' * 200000)", ends],
  [
    "json of something that holds itself",
    "import json\na = []\na.append(a)\njson.dumps(a)",
    /^(ValueError|RecursionError)$/,
  ],
  ["a huge width of format()", "format(1, '>1000000000')", ends],
  ["a huge precision", "'%.999999999f' % 1.5", ends],
  ["a huge Decimal", "from decimal import *\ngetcontext().prec = 10**9\nDecimal(2) ** Decimal('0.5')", ends],
  ["a Decimal with a huge exponent", "from decimal import *\nint(Decimal('1e999999999'))", ends],
  ["a Fraction of a huge exponent", "from fractions import Fraction\nFraction('1e999999999')", ends],
  ["a factorial", "import math\nmath.factorial(10**7)", ends],
  [
    "marks that take the square of their number to normalize",
    "import unicodedata\nunicodedata.normalize('NFC', 'a' + '\\u0315' * 200000 + '\\u0300' * 200000)",
    /^ValueError$/,
  ],
  [
    "letters that become such marks",
    "import unicodedata\nunicodedata.normalize('NFKD', '\\uff9e\\u0334' * 200000)",
    /^ValueError$/,
  ],
  [
    "many characters with as many marks as are allowed",
    "import unicodedata\nfor i in range(10**6): unicodedata.normalize('NFD', ('a' + '\\u0315' * 250 + '\\u0300' * 249) * 1000)",
    /^FUEL_EXHAUSTED$/,
  ],
  [
    "a request for Unicode's tables made by hand",
    "for what in ('NFC', 'category', 'x', 3):\n    try: print(__host__(('unicode', what, 'a\\u0300' * 300000)))\n    except Exception as e: print(e)",
    ends,
  ],
  [
    "a __len__ that lies",
    "class L:\n    def __len__(self): return 10**15\n    def __getitem__(self, i): return i\nlist(reversed(L()))",
    ends,
  ],
  ["a __len__ that is negative", "class L:\n    def __len__(self): return -1\nlen(L())", ends],
  [
    "a __hash__ that changes",
    "import random\nclass H:\n    def __hash__(self): return random.randrange(1000)\nd = {}\nfor i in range(2000): d[H()] = i\nfor k in list(d): d.pop(k, None)",
    ends,
  ],
  [
    "an __eq__ that empties the dict",
    "class E:\n    def __hash__(self): return 1\n    def __eq__(self, other):\n        d.clear()\n        return False\nd = {E(): 1}\nfor i in range(100): d[E()] = i",
    ends,
  ],
  [
    "an __eq__ that fills the dict",
    "class E:\n    def __hash__(self): return 1\n    def __eq__(self, other):\n        d[len(d)] = 1\n        return False\nd = {E(): 1}\nfor i in range(50): d[E()] = i",
    ends,
  ],
  ["a key that changes the list", "a = list(range(1000))\na.sort(key=lambda x: a.append(x) or x)", ends],
  [
    "a comparison that empties the list",
    "class C:\n    def __lt__(self, other):\n        a.clear()\n        return True\na = [C() for _ in range(100)]\na.sort()",
    ends,
  ],
  [
    "an __index__ that changes the list",
    "class I:\n    def __index__(self):\n        a.clear()\n        return 1\na = list(range(1000))\na[I():900:I()]\na[::2] = [1]",
    ends,
  ],
  [
    "an __iter__ without an end",
    "class I:\n    def __iter__(self): return self\n    def __next__(self): return 1\n[].extend(I())",
    ends,
  ],
  ["a Counter of endless elements", "import collections, itertools\ncollections.Counter(itertools.count())", ends],
  [
    "recursion in __eq__",
    "class R:\n    def __eq__(self, other): return self == other\nR() == R()",
    /^(RecursionError|RuntimeError)$/,
  ],
  [
    "recursion in __getattr__",
    "class G:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nG().a",
    ends,
  ],
  [
    "a metaclass that calls itself",
    "class M(type):\n    def __call__(cls, *a): return cls(*a)\nclass A(metaclass=M): pass\nA()",
    ends,
  ],
  ["a thousand bases", "bases = tuple(type('B%d' % i, (), {}) for i in range(1000))\ntype('C', bases, {})", ends],
  [
    "XML that would grow",
    "import xml.etree.ElementTree as e\ne.fromstring('<!DOCTYPE a [<!ENTITY b \"x\">]><a>&b;</a>')",
    ends,
  ],
  ["XML nested too deep", "import xml.etree.ElementTree as e\ne.fromstring('<a>' * 100000)", ends],
  ["a deflate bomb", "import zlib\nzlib.decompress(zlib.compress(b'a' * 10000000))", ends],
  ["match of deep patterns", "exec('match x:\\n case ' + '[' * 300 + ']' * 300 + ': pass', {'x': []})", ends],
  ["a wide unpacking", "f = lambda *a, **k: len(a)\nf(*range(1000000))", ends],
  ["csv of one endless field", "import csv, io\nlist(csv.reader(io.StringIO('\"' + 'a' * 1000000)))", ends],
])("%s", async (_, source, expected) => {
  expect(await outcome(source)).toMatch(expected);
});

it("functions of the overlay survive any arguments", async () => {
  const source = `
import _native
values = [None, True, 0, 1, -1, 2**29, -2**30, 2**70, 1.5, "", "abc", b"", b"x" * 2500, bytearray(100), [], [1] * 10, (), (1, 2, 3), {}, {1: 2}, set(), object, len]
seed = 1
for name in dir(_native):
    if name.startswith("__") or name == "host_call":
        continue
    f = getattr(_native, name)
    for trial in range(60):
        args = []
        for _ in range(trial % 6):
            seed = seed * 16807 % 2147483647
            args.append(values[seed % len(values)])
        try:
            f(*args)
        except Exception:
            pass
`;
  expect(await outcome(source)).toMatch(/^(ok|INTERPRETER_FAULT|FUEL_EXHAUSTED|MEMORY_LIMIT)$/);
});
