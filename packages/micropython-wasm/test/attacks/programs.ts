/** Programs that ask for more than a sandbox gives. Each must end by a typed error, and soon. */
export interface Greedy {
  name: string;
  source: string;
  /** What may stop it: codes of errors, and for PYTHON_ERROR the exceptions that Python itself may raise. */
  endsBy: readonly string[];
}

const nested = (name: string) => `${name} = []\nfor _ in range(200000): ${name} = [${name}]`;

export const greedyPrograms: readonly Greedy[] = [
  {
    name: "a string that grows for ever",
    source: 's = ""\nwhile True: s += "longer"',
    endsBy: ["FUEL_EXHAUSTED", "TIMEOUT", "MEMORY_LIMIT"],
  },
  { name: "an endless loop", source: "while True: pass", endsBy: ["FUEL_EXHAUSTED", "TIMEOUT"] },
  {
    name: "an endless loop that catches everything",
    source: "while True:\n  try:\n    while True: pass\n  except BaseException:\n    while True: pass",
    endsBy: ["FUEL_EXHAUSTED", "TIMEOUT"],
  },
  {
    name: "a huge power",
    source: "9**9**7",
    endsBy: ["FUEL_EXHAUSTED", "TIMEOUT", "MEMORY_LIMIT", "OverflowError"],
  },
  {
    name: "a huge width",
    source: "'{:>10000000}'.format(1)",
    endsBy: ["FUEL_EXHAUSTED", "TIMEOUT", "MEMORY_LIMIT"],
  },
  {
    name: "deeply nested source",
    source: "eval('('*40000 + '1' + ')'*40000)",
    endsBy: ["FUEL_EXHAUSTED", "STACK_OVERFLOW", "MEMORY_LIMIT", "RuntimeError", "SyntaxError", "RecursionError"],
  },
  {
    name: "a huge list",
    source: "list(range(10**9))",
    endsBy: ["FUEL_EXHAUSTED", "TIMEOUT", "MEMORY_LIMIT"],
  },
  {
    name: "a list whose size overflows",
    source: "[1,2,3,4]*0x40000001",
    endsBy: ["INTERPRETER_FAULT", "MEMORY_LIMIT", "OverflowError"],
  },
  { name: "endless recursion", source: "def f(): return f()\nf()", endsBy: ["RuntimeError", "RecursionError"] },
  {
    name: "deeply nested lists compared",
    source: `${nested("a")}\n${nested("b")}\na == b`,
    endsBy: ["FUEL_EXHAUSTED", "STACK_OVERFLOW", "MEMORY_LIMIT", "RuntimeError", "RecursionError"],
  },
  {
    name: "a deeply nested list printed",
    source: `${nested("a")}\nprint(a)`,
    endsBy: ["FUEL_EXHAUSTED", "STACK_OVERFLOW", "MEMORY_LIMIT", "RuntimeError", "RecursionError"],
  },
];

/** Not greedy to the end: a value compared with itself is equal at once, but must do no harm. */
export const nestedComparedWithItself = `${nested("a")}\na == a`;
