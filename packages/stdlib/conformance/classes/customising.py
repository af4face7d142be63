def p(name, f):
    try:
        print(name + "|", f())
    except BaseException as e:
        print(name + "|! ", type(e).__name__, e)
def x(name, src):
    try:
        exec(src, {"__name__": "__main__", "n": name})
    except BaseException as e:
        print(name + "|! ", type(e).__name__, e)
x("prop", '''
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): self._v = None
p = P(); p.v = 5; a = p.v; del p.v
print(n + "|", a, p.v)''')
x("cm", '''
class P:
    count = 0
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(a): return a + 1
class Q(P):
    @classmethod
    def make(cls): return "Q:" + super().make()
print(n + "|", P.make(), Q.make(), Q().make(), P.st(1), P().st(2))''')
x("meta2", '''
class S(type):
    _i = {}
    def __call__(cls, *a, **k):
        if cls not in cls._i:
            cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]
class A(metaclass=S):
    def __init__(self, v): self.v = v
print(n + "|", A(1) is A(2), A(3).v)''')
x("meta3", '''
class R(type):
    reg = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        R.reg[name] = cls
class A(metaclass=R): pass
class B(A): pass
print(n + "|", sorted(R.reg))''')
x("typecall", '''
X = type("X", (), {"a": 1, "f": lambda self: self.a})
print(n + "|", X().f(), X.__name__, type(X) is type)
Y = type("Y", (X,), {})
print(n + "b|", Y().a, Y.__bases__ == (X,))''')
x("new1", '''
class S:
    inst = None
    def __new__(cls, *a):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
    def __init__(self, v=0): self.v = v
a = S(1); b = S(2)
print(n + "|", a is b, a.v)''')
x("new2", '''
class U(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
class P(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
class I(int):
    def __new__(cls, v): return int.__new__(cls, v + 1)
    def double(self): return self * 2
print(n + "|", U("ab"), U("ab") + "c", len(U("abc")), P(1, 2), P(3, 4).x, I(4), I(4).double(), isinstance(I(1), int))''')
x("sublist", '''
class L(list):
    def append(self, x):
        super().append(x * 2)
    def total(self): return sum(self)
l = L([1]); l.append(2); l.tag = "t"
print(n + "|", l, len(l), l.total(), l.tag, l[1], isinstance(l, list), l == [1, 4])''')
x("getattr", '''
class G:
    def __getattr__(self, name): return "dyn_" + name
    def __setattr__(self, k, v): object.__setattr__(self, k, v * 2)
    def __delattr__(self, k): object.__delattr__(self, k)
g = G(); g.a = 2
print(n + "|", g.a, g.b); del g.a; print(n + "b|", g.a)''')
x("setattr2", '''
class G:
    def __setattr__(self, k, v): super().__setattr__(k, v + 1)
g = G(); g.x = 1
print(n + "|", g.x, g.__dict__)''')
x("dict", '''
class A:
    k = 1
    def __init__(self): self.a = 1; self.b = 2
a = A()
print(n + "|", a.__dict__, vars(a), "k" in A.__dict__, a.__class__.__name__, A.__name__, A.__qualname__, A.__module__, A.__doc__)''')
x("slots", '''
class A:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
a = A()
try: a.c = 1
except AttributeError as e: print(n + "|", e)
print(n + "b|", a.a, hasattr(a, "b"))''')
x("call", '''
class F:
    def __call__(self, *a, **k): return (a, k)
print(n + "|", F()(1, x=2), callable(F()), callable(F), callable(5))''')
