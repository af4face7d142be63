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
t("a1", lambda: Foo().x)
t("a2", lambda: Foo.x)
t("a3", lambda: __import__("math").zz)
t("a4", lambda: "a".foo)
t("a5", lambda: (1).foo)
t("a6", lambda: None.foo)
t("a7", lambda: [].foo)
t("a8", lambda: f0.foo)
t("a9", lambda: setattr(3, "x", 1))
t("a10", lambda: int.foo)
t("n1", lambda: zork)
t("c1", lambda: f1())
t("c2", lambda: f1(1, 2))
t("c3", lambda: f2())
t("c4", lambda: f2(1))
t("c5", lambda: f0(1))
t("c6", lambda: f1(z=1))
t("c7", lambda: f1(1, z=1))
t("c8", lambda: f1(1, x=1))
t("c9", lambda: fd())
t("c10", lambda: fd(1, 2, 3))
t("c11", lambda: fk())
t("c12", lambda: fk(1))
t("c13", lambda: fk(k=1, j=2))
t("c14", lambda: fv())
t("c15", lambda: C().m())
t("c16", lambda: C().m(1, 2))
t("c17", lambda: C(1, 2))
t("c18", lambda: P(1))
t("c19", lambda: P())
t("c21", lambda: C(w=3))
t("c25", lambda: f2(y=1))
t("c26", lambda: f2(1, **{"x": 2}))
def rec(n): return rec(n + 1)
x("cl3", "class A:\n  def __init__(self): return 5\nA()")


def outer(v):
    def inner(x, y=v):
        return x + y + v

    return inner


for call in (lambda: outer(1)(), lambda: outer(1)(1, 2, 3), lambda: outer(1)(z=2), lambda: outer(1)(1, x=2)):
    try:
        call()
    except TypeError as error:
        print("closure", str(error).replace("outer.<locals>.", ""))
