# exec, eval and compile of source that needs lowering, and the attributes of SyntaxErrors.
scope = {"a": [1, 2]}
exec("b = [*a, 3]\ndef f(x, /):\n    match x:\n        case [y, *_]: return y\nc = f(b)", scope)
print("exec", scope["b"], scope["c"])
print("eval", eval("[*a, *a]", scope), eval("  (*a, 1)", scope), eval("{**{'k': 1}}"))
code = compile("d = (*a, 4)", "name", "exec")
exec(code, scope)
print("compile", scope["d"], eval(compile("[*a][0]", "name", "eval"), scope))
exec("class Point:\n    x: int\n    y: str = 'y'\n    __z = 1", scope)
print("class", scope["Point"].__annotations__, hasattr(scope["Point"], "_Point__z"))
local = {}
exec("m = [*n]", {"n": "ab"}, local)
print("locals", local)
exec(b"e = [*a]", scope)
print("bytes", scope["e"])


def inside():
    return eval("[*p]", {"p": (1, 2)})


print("inside", inside())
for source in ("x = (", "f() = 1", "a b", "if x:\npass", "  x", "x = '", "print 1", "{1: 2, 3}", "é = 5 5"):
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as error:
        print("error", type(error).__name__, error.msg, error.filename, error.lineno, error.offset, repr(error.text.strip()))
for source in ("x = 1", "1 +", "a; b", "(1", "pass", "1 2"):
    try:
        eval(source)
    except SyntaxError as error:
        print("eval", repr(source), error)
for source in ("x = 1\nraise KeyError('k')", "[*1]"):
    try:
        exec(source)
    except (KeyError, TypeError) as error:
        print("raised", type(error).__name__)
exec("for i in range(2):\n    print('loop', [*range(i)])")
exec("def later(*a, **k):\n    return {**k, 'a': [*a]}")
print("later", later(1, 2, k=3))
