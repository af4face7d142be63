print(eval("1 + 2 * 3"), eval("[x * 2 for x in range(3)]"), eval("a + b", {"a": 1, "b": 2}))
scope = {"x": 10}
exec("y = x * 2\ndef f(n):\n    return n + x\nz = f(5)", scope)
print(scope["y"], scope["z"], scope["f"](100))
exec("for i in range(3):\n    print('exec', i)")
value = 5
print(eval("value * value"))
exec("value = 6")
print(value)
for source in ("1 +", "def", "x = = 1", "'unterminated", "(1", "if True:\nprint(1)", "return 1"):
    try:
        exec(source)
        print("ran")
    except SyntaxError:
        print("SyntaxError", repr(source))
code = compile("6 * 7", "<c>", "eval")
print(eval(code))
namespace = {}
for name in ("alpha", "beta"):
    exec("def %s():\n    return %r" % (name, name.upper()), namespace)
print(namespace["alpha"](), namespace["beta"]())
print(eval("(lambda n: n ** 2)(9)"), eval("'q' + \"r\""), eval("None"))
