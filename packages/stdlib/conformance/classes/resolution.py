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
class A:
    def who(self): return "A"
    def chain(self): return ["A"]
class B(A):
    def chain(self): return ["B"] + super().chain()
class C(A):
    def who(self): return "C"
    def chain(self): return ["C"] + super().chain()
class D(B, C):
    def chain(self): return ["D"] + super().chain()
class E(D): pass
p("mro1", lambda: [c.__name__ for c in D.__mro__])
p("mro2", lambda: [c.__name__ for c in E.mro()])
p("mro3", lambda: D().who())
p("mro4", lambda: D().chain())
p("mro5", lambda: E().chain())
x("mro6", "class A: pass\nclass B(A): pass\nclass C(A, B): pass")
p("mro7", lambda: [c.__name__ for c in KeyError.__mro__])
p("mro8", lambda: [c.__name__ for c in bool.__mro__])
p("bases", lambda: ([b.__name__ for b in D.__bases__], A.__bases__, D.__base__.__name__))
p("isinst", lambda: (isinstance(D(), A), isinstance(D(), (int, C)), issubclass(D, C), isinstance(1, (str, (int,)))))
x("init1", '''
class A:
    def __init__(self): self.log = ["A"]
class B(A):
    def __init__(self):
        super().__init__()
        self.log.append("B")
class C(A):
    def __init__(self):
        super().__init__()
        self.log.append("C")
class D(B, C):
    def __init__(self):
        super().__init__()
        self.log.append("D")
print(n + "|", D().log)''')
x("initsub1", '''
class P:
    reg = []
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.reg.append((cls.__name__, kw))
class Q(P, tag=1): pass
class R(Q): pass
print(n + "|", P.reg)''')
x("initsub2", "class A: pass\nclass B(A, x=1): pass")
x("setname", '''
class F:
    def __set_name__(self, owner, name): self.name = (owner.__name__, name)
    def __get__(self, obj, cls): return (self.name, obj is None)
class M:
    f = F()
print(n + "|", M().f, M.f)''')
x("desc1", '''
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, name): self.name = "_" + name
    def __get__(self, obj, o=None):
        if obj is None: return self
        return getattr(obj, self.name)
    def __set__(self, obj, v):
        if not isinstance(v, self.t): raise TypeError("bad " + self.name)
        setattr(obj, self.name, v)
class P:
    x = Typed(int)
    def __init__(self, x): self.x = x
print(n + "|", P(3).x)
try: P("a")
except TypeError as e: print(n + "b|", e)''')
