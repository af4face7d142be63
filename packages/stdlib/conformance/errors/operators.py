def t(name, f):
    try:
        r = f()
        print(name + "| ok", r)
    except BaseException as e:
        print(name + "|", type(e).__name__, str(e))
def x(name, src):
    try:
        exec(src, {})
        print(name + "| ok")
    except BaseException as e:
        print(name + "|", type(e).__name__, str(e))
class Foo: pass
def f0(): pass
def f1(x): pass
def f2(x, y): pass
def fd(x, y=1): pass
def fk(*, k): pass
def fv(x, *a): pass
class C:
    def m(self, a): pass
    def __init__(self, v=0): self.v = v
class P:
    def __init__(self, x, y): pass
t("o1", lambda: 1 + "a")
t("o2", lambda: "a" + 1)
t("o3", lambda: [] + 1)
t("o4", lambda: None + 1)
t("o5", lambda: 1 < "a")
t("o6", lambda: "a" > 1)
t("o7", lambda: [] <= {})
t("o8", lambda: Foo() + 1)
t("o9", lambda: Foo() < Foo())
t("o10", lambda: {} - {})
t("o11", lambda: "a" * "b")
t("o12", lambda: "a" - "b")
t("o13", lambda: 1.5 & 2)
t("o14", lambda: 2 ** "a")
t("o15", lambda: 3 // "a")
t("o16", lambda: 3 % "a")
t("o17", lambda: 1 << "a")
t("o18", lambda: 1 @ 2)
t("o19", lambda: -"a")
t("o20", lambda: ~1.5)
t("o21", lambda: +[])
t("o22", lambda: [1] + (2,))
t("o23", lambda: (1,) + [2])
t("o24", lambda: abs("a"))
def iadd():
    a = 1
    a += "b"
t("o25", iadd)
def iadd2():
    a = None
    a -= 1
t("o26", iadd2)
t("o27", lambda: max(1, "a"))
t("o29", lambda: sum(["a"]))
t("o31", lambda: "a" + b"a")
t("o32", lambda: [1] * "a")
t("o33", lambda: [1] * 1.5)
t("z1", lambda: 1 / 0)
t("z2", lambda: 1 // 0)
t("z3", lambda: 1 % 0)
t("z4", lambda: 1.0 / 0)
t("z5", lambda: 1.0 // 0)
t("z6", lambda: 1.0 % 0)
