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
p("sub1", lambda: [c.__name__ for c in (ModuleNotFoundError, RecursionError, UnboundLocalError, FileNotFoundError, ConnectionError, TimeoutError, UnicodeDecodeError, BrokenPipeError)])
p("sub2", lambda: (issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(UnboundLocalError, NameError), issubclass(FileNotFoundError, OSError), issubclass(BrokenPipeError, ConnectionError), issubclass(UserWarning, Warning), issubclass(DeprecationWarning, Exception), IOError is OSError, EnvironmentError is OSError))
def cause():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("v") from e
    except ValueError as e:
        return repr(e.__cause__), e.__suppress_context__, repr(e.__context__)
p("cause", cause)
def none():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ValueError("v") from None
    except ValueError as e:
        return repr(e.__cause__), e.__suppress_context__, repr(e.__context__)
p("none", none)
def ctx():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ValueError("v")
    except ValueError as e:
        return repr(e.__cause__), e.__suppress_context__, repr(e.__context__)
p("ctx", ctx)
def ctx2():
    def helper():
        raise E("deep")
    try:
        try:
            {}["k"]
        except KeyError:
            helper()
    except E as e:
        return repr(e.__context__), e.__cause__
p("ctx2", ctx2)
def ctx3():
    try:
        try:
            {}["k"]
        finally:
            [][0]
    except IndexError as e:
        return repr(e.__context__)
p("ctx3", ctx3)
def ctx4():
    try:
        raise E("a")
    except E as e:
        return e.__context__, e.__cause__, e.__suppress_context__
p("ctx4", ctx4)
def cls():
    try:
        raise E from KeyError
    except E as e:
        return repr(e), repr(e.__cause__)
p("cls", cls)
def notes():
    e = ValueError("x")
    e.add_note("one")
    e.add_note("two")
    return e.__notes__
p("notes", notes)
def notes2():
    e = V("x", "y")
    e.add_note("one")
    return e.__notes__, hasattr(E(), "__notes__")
p("notes2", notes2)
p("badnote", lambda: E().add_note(5))
def wt():
    e = E("x")
    return e.with_traceback(None) is e
p("wt", wt)
p("tb0", lambda: ValueError().__traceback__)
p("tb1", lambda: caught(lambda: 1 / 0).__traceback__ is not None)
p("tb2", lambda: caught(lambda: rz(E())).__traceback__.tb_next is not None)
p("si", lambda: (StopIteration(5).value, StopIteration().value))
p("se", lambda: (SystemExit(3).code, SystemExit().code, SystemExit("m").code))
