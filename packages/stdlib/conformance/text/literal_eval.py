import importlib
from ast import literal_eval

for text in (
    "1", "-1", "+2.5", "1e3", "-1.5e-3", "0x1F", "0b101", "1_000", "3j", "1+2j", "True", "None", "'a'", '"b\\n"', "'a' 'b'", "b'x'", "r'\\d'", "'''t\nu'''",
    "[]", "[1, 2, 3]", "[1, [2, (3,)],]", "()", "(1)", "(1,)", "1, 2", "{}", "{'a': 1, 'b': [2]}", "{1, 2}", "set()", "  [1]", "{'x': {'y': None}}",
    "[1, # one\n 2]", "('a',\n 'b')", "{(1, 2): 'pair'}",
):  # fmt: skip
    print(text, "->", repr(literal_eval(text)))
for text in ("__import__('os')", "a", "1 + 1", "f(1)", "[x for x in y]", "lambda: 1", "[1, 2", "", "'a", "{'a': 1, 2}", "1 2", "os.system('x')"):
    try:
        print(text, literal_eval(text))
    except (ValueError, SyntaxError) as error:
        print(text, "is refused", isinstance(error, (ValueError, SyntaxError)))
print("module", importlib.import_module("math").floor(2.5), importlib.import_module("os.path").basename("/a/b"))
try:
    importlib.import_module("nosuch")
except ModuleNotFoundError as error:
    print("no module", error)
