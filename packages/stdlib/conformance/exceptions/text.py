def p(name, f):
    try:
        print(name + "|", f())
    except BaseException as e:
        print(name + "|! ", type(e).__name__, e)
def caught(f):
    try:
        f()
    except BaseException as e:
        return e
def rz(e): raise e
p("str1", lambda: str(ValueError("a")))
p("str2", lambda: str(ValueError("a", 1)))
p("str0", lambda: repr(str(ValueError())))
p("repr1", lambda: repr(ValueError("a")))
p("repr2", lambda: repr(ValueError("a", 1)))
p("repr0", lambda: repr(ValueError()))
p("args", lambda: ValueError("a", 1).args)
p("key", lambda: str(KeyError("k")))
p("key2", lambda: repr(KeyError("k")))
p("key3", lambda: str(KeyError(1, 2)))
class E(Exception): pass
class K(KeyError): pass
class S(Exception):
    def __str__(self): return "S!" + str(self.args)
class R(Exception):
    def __repr__(self): return "R()"
class I(Exception):
    def __init__(self, a, b=2):
        self.a = a
        self.b = b
class J(Exception):
    def __init__(self, a, *, code=0):
        super().__init__("msg %s" % a)
        self.code = code
class V(ValueError):
    def __init__(self, message, field):
        super().__init__(message)
        self.field = field
    def __str__(self):
        return f"{self.field}: {super().__str__()}"
p("u1", lambda: (str(E("x")), repr(E("x")), E("x").args, repr(E())))
p("u2", lambda: (str(K("x")), repr(K("x"))))
p("u3", lambda: (str(S("x")), repr(S("x"))))
p("u4", lambda: (str(R("x")), repr(R("x"))))
p("u5", lambda: (str(I(1)), repr(I(1)), I(1).args, I(1).b))
p("u6", lambda: (str(J(1, code=5)), J(1, code=5).code, J(1).args))
p("u7", lambda: (str(V("bad", "age")), V("bad", "age").args))
