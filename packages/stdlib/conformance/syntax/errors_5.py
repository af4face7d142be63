# What SyntaxErrors say.
def check(source):
    try:
        compile(source, "<string>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error)


for source in (
    "match x:\n  case y | 1: pass",
    "match x:\n  case [*a, *b]: pass",
    "match x:\n  case {**a, 1: b}: pass",
    "match x:\n  case {a: 1}: pass",
    "match x:\n  case 1 as _: pass",
    "match x:\n  case 1 as a.b: pass",
    "match x:\n  case -x: pass",
    "match x:\n  case 1 + 1: pass",
    "match x:\n  case f\"a\": pass",
    "match x:\n  case: pass",
    "match x:\n  case 1: pass\n  x = 1",
    "case 1: pass",
    "try:\n  pass\nexcept* A:\n  pass\nexcept B:\n  pass",
    "try:\n  pass\nexcept*:\n  pass",
    "try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass",
    "try:\n  pass\nelse:\n  pass",
    "try:\n  pass\nexcept A:\n  pass\nelse\n  pass",
    "try:\n  pass\nfinally\n  pass",
    "try: pass",
    "x = 1 if y else 2 3",
    "x = [i for i in range(3) if i else 4]",
    "x = (i for i in)",
    "x = [for i in y]",
    "[i for i]",
    "[i for in y]",
    "x = 1 y",
    "\\u00a0x = 1",
    "x\\x00y",
):
    check(source)
