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
x("ops", '''
class V:
    def __init__(s, x): s.x = x
    def __add__(s, o): return V(s.x + o.x) if isinstance(o, V) else NotImplemented
    def __radd__(s, o): return V(s.x + o)
    def __mul__(s, k): return V(s.x * k)
    __rmul__ = __mul__
    def __eq__(s, o): return isinstance(o, V) and s.x == o.x
    def __lt__(s, o): return s.x < o.x
    def __neg__(s): return V(-s.x)
    def __abs__(s): return abs(s.x)
    def __bool__(s): return s.x != 0
    def __repr__(s): return f"V({s.x})"
    def __getitem__(s, i): return s.x + i
    def __contains__(s, i): return i == s.x
    def __len__(s): return 3
    def __iadd__(s, o): s.x += 100; return s
    def __matmul__(s, o): return "mm"
    def __divmod__(s, o): return "dm"
    def __pow__(s, o): return "pw"
    def __invert__(s): return "inv"
    def __index__(s): return s.x
    def __int__(s): return s.x
    def __float__(s): return float(s.x)
v = V(2); w = v; w += 1
print(n + "|", V(1) + V(2), 5 + V(1), V(2) * 3, 3 * V(2), V(1) == V(1), V(1) != V(2), V(2) > V(1), -V(1), abs(V(-4)), bool(V(0)), V(1)[4], 7 in V(7), len(V(1)), w, V(1) @ 2, divmod(V(1), 1), V(1) ** 2, ~V(1))
print(n + "b|", [10, 20, 30][V(1)], int(V(5)), float(V(2)), sorted([V(3), V(1)]), max(V(1), V(9)))
try: V(1) + "a"
except TypeError as e: print(n + "c|", e)
try: hash(V(1))
except TypeError as e: print(n + "d|", e)''')
x("eqhash", '''
class K:
    def __init__(s, a): s.a = a
    def __eq__(s, o): return s.a == o.a
    def __hash__(s): return hash(s.a)
print(n + "|", len({K(1), K(1), K(2)}), {K(1): 2}[K(1)])''')
x("iter", '''
class R:
    def __init__(s): s.i = 0
    def __iter__(s): return s
    def __next__(s):
        if s.i == 3: raise StopIteration
        s.i += 1
        return s.i
class G:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * 10
class V:
    def __reversed__(s): return iter([3, 2])
    def __len__(s): return 2
print(n + "|", list(R()), list(G()), 20 in G(), list(reversed(V())), sum(R()), [*R()])''')
x("ctxm", '''
class C:
    def __enter__(s): print(n + "a|", "in"); return s
    def __exit__(s, t, v, tb): print(n + "b|", t.__name__ if t else None, v); return True
with C() as c: raise ValueError("x")
with C(): pass''')
x("union", '''
print(n + "|", isinstance(1, int | str), isinstance(None, int | None), isinstance(1.0, int | str))''')
x("generic", '''
print(n + "|", list[int], dict[str, int], tuple[int, ...])
class Box:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(n + "b|", Box[int] == ("Box", int))''')
x("objrepr", '''
class A:
    def __repr__(self): return "A:" + str(object.__repr__(self).startswith("<"))
    def __eq__(self, o): return super().__eq__(o)
    def __hash__(self): return super().__hash__()
print(n + "|", A(), A() == A(), len({A(), A()}))''')
x("cls1", '''
class A: pass
class B: pass
a = A(); a.__class__ = B
print(n + "|", type(a).__name__, isinstance(a, B))''')
x("inst", '''
class M(type):
    def __instancecheck__(cls, o): return o == 5
class A(metaclass=M): pass
print(n + "|", isinstance(5, A), isinstance(6, A))''')
x("excmi", "class A(Exception): pass\nclass B(A, ValueError): pass\nprint(n + '|', B('x').args, isinstance(B(), ValueError), str(B('q')))\nclass N(KeyError, AttributeError): pass\nprint(n + 'b|', str(N('k')))")
x("excinit", "class Q(Exception):\n  def __init__(self, m):\n    Exception.__init__(self, m)\n    self.m = m\nprint(n + '|', str(Q('z')), Q('z').args)")
x("classcell", '''
class A:
    def f(self): return __class__.__name__
print(n + "|", A().f())''')
x("nested", '''
class A:
    class B:
        v = 3
    def get(self): return self.B.v
print(n + "|", A().get(), A.B.__name__)''')
x("bodyerr", '''
try:
    class A: 1 / 0
except ZeroDivisionError: pass
zz = 5
print(n + "|", "zz" in globals())''')
x("mixin", '''
class J:
    def to_dict(self): return {k: v for k, v in self.__dict__.items()}
class Named:
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name
class Aged:
    def __init__(self, age, **kw):
        super().__init__(**kw)
        self.age = age
class P(Named, Aged, J): pass
print(n + "|", P(name="a", age=3).to_dict())''')
