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
t("v10", lambda: "abc".index("z"))
t("v11", lambda: chr(-1))
t("v12", lambda: ord("ab"))
t("v14", lambda: len(5))
t("v15", lambda: len(Foo()))
t("v17", lambda: float("inf") and int(float("inf")))
t("v18", lambda: int(float("nan")))
t("v19", lambda: range(1, 2, 0))
t("v23", lambda: bytes([300]))
t("v28", lambda: "a".split(""))
t("v30", lambda: "%d %d" % 1)
t("v31", lambda: "%s" % (1, 2))
t("v36", lambda: (1 << -1))
t("v39", lambda: list(5))
t("v40", lambda: dict(5))
t("v43", lambda: set(5))
t("v44", lambda: {[]: 1})
t("v45", lambda: {{}})
t("v46", lambda: hash([]))
t("v47", lambda: {}.fromkeys(5))
t("v48", lambda: isinstance(1, 5))
t("v49", lambda: issubclass(1, int))
t("v53", lambda: zip(5))
t("v55", lambda: enumerate(5))
t("v57", lambda: getattr(Foo(), "q"))
t("v59", lambda: delattr(Foo(), "q"))
x("r1", "raise 5")
x("r2", "raise 'a'")
x("r4", "raise")
x("r5", "class A: pass\nraise A")
x("r6", "try:\n  1/0\nexcept 5:\n  pass")
x("r7", "class A: pass\ntry:\n  1/0\nexcept A:\n  pass")
x("as1", "assert False")
x("as2", "assert 0, 'msg'")
x("as3", "assert 0, (1,2)")
x("g1", "def g():\n  yield 1\n  raise StopIteration\nlist(g())")
x("g2", "def g():\n  yield 1\nx=g()\nx.send(5)")
x("g3", "def g():\n  yield next(x)\nx=g()\nnext(x)")
x("b4", "[].foo = 1")
x("b6", "object().x = 1")
x("b12", "range('a')")
x("b13", "range(1.5)")
x("b15", "open('/nonexist')")
