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
p("os1", lambda: (OSError(2, "No such file").errno, OSError(2, "m").strerror, OSError(2, "m", "f").filename))
p("os2", lambda: (str(OSError(2, "No such file")), str(OSError(2, "m", "f")), str(OSError("plain")), repr(OSError(2, "m"))))
p("os3", lambda: (type(OSError(2, "m")).__name__, type(OSError(13, "m")).__name__, type(OSError(17, "m")).__name__, type(OSError(99, "m")).__name__))
p("attr1", lambda: setattr(ValueError("x"), "foo", 5))
def attr2():
    e = ValueError("x")
    e.foo = 5
    e.bar = [1]
    return e.foo, e.bar, hasattr(e, "baz")
p("attr2", attr2)
def attr3():
    e = ValueError("x")
    e.args = (1, 2)
    return e.args, str(e)
p("attr3", attr3)
def attr4():
    e = E("x")
    e.args = ("y",)
    return e.args, str(e)
p("ie", lambda: (ImportError("m", name="n", path="p").name, ImportError("m").name, ImportError("m").msg))
p("ude", lambda: (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad").reason, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad").start))
p("bare", lambda: exec("try:\n  1/0\nexcept ZeroDivisionError:\n  raise"))
def reraise():
    try:
        try:
            raise E("one")
        except E as e:
            raise
    except E as e2:
        return str(e2), e2.__context__
p("reraise", reraise)
def fin():
    try:
        return 1
    finally:
        return 2
p("fin", fin)
def fin2():
    r = []
    for i in range(3):
        try:
            if i == 1: continue
            r.append(i)
        finally:
            r.append("f")
    return r
p("fin2", fin2)
def els():
    try:
        pass
    except E:
        return "x"
    else:
        return "else"
    finally:
        pass
p("els", els)
def tup():
    try:
        {}["a"]
    except (ValueError, KeyError) as e:
        return type(e).__name__
p("tup", tup)
def unbound():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e
p("unbound", lambda: type(caught(unbound)).__name__)
p("eq", lambda: (ValueError("a") == ValueError("a"), E() != E(), hash(E()) is not None))
p("gen", lambda: exec("def g():\n  try:\n    yield 1\n  except ValueError as e:\n    print('gen2|', e)\n    yield 2\nx=g()\nnext(x)\nprint('gen3|', x.throw(ValueError('in')))"))
p("nested", lambda: repr(caught(lambda: exec("try:\n  raise KeyError(1)\nexcept KeyError:\n  try:\n    raise ValueError(2)\n  except ValueError as e:\n    print('nested2|', repr(e.__context__))\n    raise"))))
