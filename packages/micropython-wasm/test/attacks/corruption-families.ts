/** `setup`, then one of the attempts: a program for each, since the first to trap ends its own. */
function each(setup: string, attempts: readonly string[]): string[] {
  return attempts.map((attempt) => `${setup}\n${attempt}`);
}

/** Every pair as one attempt. */
function pairs<A, B>(as: readonly A[], bs: readonly B[], make: (a: A, b: B) => string): string[] {
  return as.flatMap((a) => bs.map((b) => make(a, b)));
}

const forge = "import ustruct as struct\ndef forge(address): return struct.unpack('O', struct.pack('I', address))[0]";
const uses = ["type(o)", "len(o)", "repr(o)", "o.x", "o()", "o(1, k=2)", "o + 1", "o[0]", "hash(o)", "[x for x in o]"];

/** A bytearray over all of linear memory, made by plain Python: a tuple's words taken for an object's. */
const own = `${forge}
header = (bytearray, 0, 2**30 - 1, 0)
memory = forge(id(header) + 8)
def word(address): return struct.unpack('<I', bytes(memory[address - 1:address + 3]))[0]
def poke(address, value): memory[address - 1:address + 3] = struct.pack('<I', value)`;

const ownMemory = each(own, [
  "for i in range(2**16): memory[i] = 0",
  "for i in range(2**16, 2**20): memory[i] = 255",
  "for i in range(16 * 2**20): memory[i] = 65",
  "for i in range(2**20, 0, -1): memory[i] = i & 255",
  "memory[0:2**18] = bytes(2**18)",
  ...["int", "str", "list", "dict", "type", "ValueError", "type(own)", "bytearray"].flatMap((type) =>
    [0, 0xffffffff, 0x41414141, 12].map(
      (value) => `own = lambda: 1
for at in range(0, 64, 4): poke(id(${type}) + at, ${value})
print([str(i) for i in range(100)], {1: 2}, own(), ${type}(1), bytearray(b'1'))`,
    ),
  ),
  "def f(): return 1\npoke(id(f) + 12, id(header))\nf()",
  "def f(): return 1\nfor at in range(0, 40, 4): poke(word(id(f) + 12) + at, 0x42424242)\nwhile True: f()",
  "x = [1, 2, 3]\npoke(id(x) + 8, 2**31 - 1)\npoke(id(x) + 4, 2**31 - 1)\nx.reverse()",
  "x = [1, 2, 3]\npoke(id(x) + 8, 2**31 - 1)\nx.sort()",
  "x = [1, 2, 3]\npoke(id(x) + 12, id(x) + 12)\nwhile True: x.append(x)",
  "d = {i: i for i in range(100)}\npoke(id(d) + 4, 0xffffffff)\npoke(id(d) + 8, 0x7fffffff)\nwhile True: d[len(d)] = 1",
  "a = []\nb = [a]\na.append(b)\nwhile True: print(a == b, sorted([a, b]))",
]);

/** Many small variations of one idea, by its name. */
export const corruptionFamilies: Readonly<Record<string, readonly string[]>> = {
  "struct at offsets outside its buffer": pairs(
    [-1, -8, -9, 8, 7, 2 ** 31 - 1, -(2 ** 31), 2 ** 30],
    ["struct.pack_into('<I', b, {}, 0xffffffff)", "print(struct.unpack_from('<I', b, {}))"],
    (offset, use) => `import ustruct as struct\nb = bytearray(8)\n${use.replace("{}", String(offset))}`,
  ),
  "struct with huge counts": each("import ustruct as struct", [
    ...["2147483647s", "99999999999s", "4294967295I", "1073741824Q", "536870913d"].flatMap((format) => [
      `print(struct.calcsize('${format}'))`,
      `print(len(struct.pack('${format}', b'x')))`,
      `print(struct.unpack('${format}', b'12345678'))`,
    ]),
  ]),
  "objects forged from integers": pairs(
    [4, 8, 260, 1024, 4000, 2 ** 15, 2 ** 16, 2 ** 17 + 16, 2 ** 20, 2 ** 24, 2 ** 31 - 4, 2 ** 32 - 4],
    uses,
    (address, use) => `${forge}\no = forge(${address})\n${use}`,
  ),
  "a type forged in a bytearray": pairs(
    [0, 4, 8, 16, 40, 64, 100, 200],
    uses,
    (step, use) => `${forge}
fake = bytearray(256)
for word in range(0, 256, 4): struct.pack_into('<I', fake, word, id(fake) + 8 * word)
o = forge(id(fake) + ${step})
${use}`,
  ),
  "the guest's own memory overwritten": ownMemory,
  "a native base that was never made": each(
    "class L(list):\n  def __init__(self): pass\nclass D(dict):\n  def __init__(self): pass\nclass S(str):\n  def __new__(cls): return object.__new__(cls)\nclass E(ValueError):\n  def __init__(self): pass",
    [
      "L().append(1)",
      "len(L())",
      "L() + [1]",
      "L().sort()",
      "D().get(1)",
      "len(D())",
      "D()[1] = 2",
      "S().upper()",
      "S() + 'x'",
      "raise E()",
      "E().args",
      "print(L(), D(), E())",
    ],
  ),
  "odd types": each("", [
    "type('X', (int, str), {})(1)",
    "type('Y', (list, dict), {})().append(1)",
    "type('Z', (type,), {})('q', (), {})()",
    "super(1, 2)",
    "super(int, 'a').x",
    "object.__new__(int) + 1",
    "Exception.__new__(KeyError).args",
    "type('W', (KeyError,), {'__init__': lambda s: None})().args",
    "class C: pass\nC.__class__ = int\nC() + 1",
    "class C: pass\nc = C()\nc.__class__ = list\nc.append(1)",
    "class C: pass\nC.__bases__ = (C,)\nC().x",
    "type(lambda: 0)(1)",
    "type((x for x in ()))(1)",
    "list.append(5, 1)",
    "dict.get([], 1)",
    "str.join(b',', ['a'])",
    "int.to_bytes('a', 4, 'big')",
  ]),
  "formats with extreme widths": [
    ...["'%.500f' % 1.5", "'%.2147483647f' % 1.5", "'%2147483647d' % 1", "'%.100000000s' % 'x'", "'%999999999s' % 'x'"],
    ...["'%.99e' % 1e-300", "'%*.*f' % (10000, 300, 2.5)", "'{:.500f}'.format(1.25)", "'{:2147483647}'.format(1)"],
    ...[
      "'{:.2147483647e}'.format(1.25)",
      "'{:<1000000000}'.format('x')",
      "'{:+#0500.300g}'.format(1.25)",
      "round(1.5, 400)",
    ],
    ...["'{:099999999999d}'.format(1)", "'%099999999999d' % 1", "f'{1.5:.{10**6}f}'", "'{:{}}'.format(1, -5)"],
  ],
  "slices at the edges of integers": pairs(
    ["x[a::s]", "x[:a:s]", "x[-a:a:s]", "x[a]", "range(a, -a, s)[a]", "len(range(a, -a, s))", "x[a:s]"],
    ["-2**31, -1", "2**31 - 1, 2**30", "-2**30, -2**31", "2**62, -1", "-2**62, 2**62", "2**31 - 1, 1"],
    (use, edges) => `a, s = ${edges}\nfor x in ([1, 2, 3], 'abc', bytearray(b'abc')): ${use}`,
  ),
  "numbers with extreme sizes": [
    ...[
      "(1).to_bytes(2**31 - 1, 'big')",
      "(-1).to_bytes(2**30, 'little')",
      "1 << (2**31 - 1)",
      "1 << (2**40)",
      "1 >> (2**40)",
    ],
    ...[
      "(1 << 20000) ** 3000",
      "int('9' * 200000)",
      "round(1.5, 2**31 - 1)",
      "pow(3, 2**40, 0)",
      "pow(3, 2**2000, 2**2000 - 1)",
    ],
    ...[
      "int.from_bytes(b'\\xff' * 100000, 'big') >> 799990",
      "str(1 << 300000)",
      "-2**31 // -1",
      "(-2**63) // -1",
      "divmod(-2**31, -1)",
    ],
    ...[
      "int(1e308) * int(1e308)",
      "float(1 << 5000)",
      "int('z' * 50000, 36)",
      "10 ** (10 ** 6) % 7",
      "hash(1 << 100000)",
    ],
  ],
  "deep data and deep source": [
    "import json\njson.loads('[' * 100000)",
    "import json\njson.loads('{\"a\":' * 50000)",
    "import json\na = []\nfor _ in range(50000): a = [a]\njson.dumps(a)",
    "eval('-' * 50000 + '1')",
    "eval('not ' * 50000 + '1')",
    "eval('lambda: ' * 5000 + '1')",
    "eval('x' + '.x' * 50000)",
    "eval('x' + '[0]' * 50000)",
    "eval('f(' * 20000)",
    "eval('[' * 20000 + ']' * 20000)",
    "eval('1 if 1 else ' * 20000 + '1')",
    "exec(''.join(' ' * i + 'if 1:\\n' for i in range(300)) + ' ' * 300 + 'pass')",
    "exec(''.join(' ' * i + 'for x in x:\\n' for i in range(200)) + ' ' * 200 + 'pass')",
    "exec(''.join(' ' * i + 'try:\\n' for i in range(100)) + ' ' * 100 + 'pass')",
    "exec(''.join(' ' * i + 'def f():\\n' for i in range(200)) + ' ' * 200 + 'pass')",
    "exec('x=' * 20000 + '1')",
    "import re\nre.match('(' * 5000 + ')' * 5000, 'a')",
    "import re\nre.match('(a*)*b', 'a' * 5000)",
    "import re\nre.match('a' * 100000, 'a' * 100000)",
    "import re\nre.match('(?:a?){40}a{40}', 'a' * 40)",
  ],
  "code of extreme shapes": [
    "exec('def f(' + ','.join('a%d' % i for i in range(2000)) + '): pass')",
    "exec('f(' + ','.join('1' for i in range(5000)) + ')')",
    "f = lambda *a, **k: (len(a), len(k))\nprint(f(*range(100000), **{'k%d' % i: i for i in range(3000)}))",
    "exec('x = [' + '1,' * 20000 + ']')",
    "exec('def f():\\n' + ''.join(' v%d = %d\\n' % (i, i) for i in range(5000)) + ' return v4999\\nf()')",
    "exec('while 1:\\n' + ' x = 1\\n' * 20000 + ' break')",
    "exec(repr('a' * 70000))",
    "exec('a' * 70000 + ' = 1')",
    "exec('def f():\\n' + ''.join(' def g%d(): return v%d\\n v%d = 1\\n' % (i, i, i) for i in range(600)))",
    "exec('a, ' * 5000 + '= range(5000)')",
    "exec('\\\\\\n' * 100000)",
    "exec('@f\\n' * 5000 + 'def f(): pass')",
  ],
  "the knobs turned": each("import gc, micropython", [
    "gc.threshold(1)\nprint([str(i) for i in range(5000)])",
    "gc.threshold(2**31 - 1)\nprint(len([str(i) for i in range(50000)]))",
    "gc.disable()\nfor i in range(200000): x = [i]",
    "micropython.heap_lock()\nx = [i for i in range(5000)]",
    "micropython.heap_unlock()\nx = [i for i in range(5000)]",
    "micropython.kbd_intr(-1)",
    "micropython.kbd_intr(65)\nprint('A')",
    "micropython.opt_level(99)\nassert 0",
    "for _ in range(100): micropython.schedule(print, 'scheduled')",
    "def again(x): micropython.schedule(again, x)\nmicropython.schedule(again, 1)\nwhile True: pass",
    "micropython.mem_info(1)",
    "micropython.qstr_info(1)",
    "micropython.stack_use()",
    "micropython.alloc_emergency_exception_buf(2**31 - 1)",
  ]),
};
