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
one, text, none, numbers, pair = 1, "a", None, [1], (1,)
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
t("k1", lambda: one())
t("k2", lambda: text())
t("k3", lambda: none())
t("k4", lambda: Foo()())
t("k5", lambda: [i for i in 5])
t("k6", lambda: iter(5))
t("k7", lambda: iter(Foo()))
t("k8", lambda: next(5))
t("k9", lambda: next([]))
t("s1", lambda: one[0])
t("s2", lambda: none[0])
t("s3", lambda: Foo()[0])
t("s4", lambda: numbers["a"])
t("s5", lambda: pair["a"])
t("s6", lambda: text["b"])
t("s7", lambda: [1][5])
t("s8", lambda: (1,)[5])
t("s9", lambda: "a"[5])
t("s11", lambda: {}[1])
t("s13", lambda: numbers[1.5])
def st(o, k, v):
    o[k] = v
def de(o, k):
    del o[k]
t("s14", lambda: st((1,), 0, 1))
t("s15", lambda: st("a", 0, 1))
t("s17", lambda: st(5, 0, 1))
t("s18", lambda: de((1,), 0))
t("s22", lambda: st(Foo(), 0, 1))
t("s23", lambda: [].pop())
t("s29", lambda: set().remove(1))
x("u1", "a, b = 1")
x("u2", "a, b = 1, 2, 3")
x("u3", "a, b = [1]")
x("u4", "a, *b = []")
x("u5", "a, b, c = 'ab'")
x("u6", "for a, b in [1]: pass")

for container in (5, 2.5, None):
    for item in (3, 1.5, "a", [1]):
        t(f"{item!r} in {type(container).__name__}", lambda item=item, container=container: item in container)
