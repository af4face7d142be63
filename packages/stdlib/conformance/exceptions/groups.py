eg = ExceptionGroup("many", [ValueError("a"), TypeError("b"), ExceptionGroup("in", [OSError("c"), ValueError("d")])])
print(eg, repr(eg), eg.message, eg.exceptions, eg.args)
print(isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup), type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)
m, r = eg.split(ValueError)
print(repr(m), repr(r))
print(repr(eg.subgroup(lambda e: isinstance(e, OSError))))
print(eg.split(KeyError)[0])
print(repr(eg.derive([KeyError(1)])))
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
try:
    raise eg
except* ValueError as g:
    print("V", repr(g))
except* TypeError as g:
    print("T", repr(g))
except* OSError:
    print("O")
else:
    print("else")
finally:
    print("fin")
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as g:
        print("got", g.exceptions)
except ExceptionGroup as rest:
    print("rest", repr(rest))
try:
    raise ValueError("plain")
except* ValueError as g:
    print(repr(g))
try:
    print("nothing")
except* ValueError:
    print("no")
else:
    print("else")
def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), TypeError(3)])
    except* (ValueError, KeyError) as g:
        print("both", len(g.exceptions))
    except* Exception as g:
        print("other", g.exceptions)
    return 5
print(f())
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as g:
        raise RuntimeError("new")
except BaseException as e:
    print(type(e).__name__, repr(e), repr(getattr(e, "exceptions", None)))
try:
    try:
        raise KeyError("naked")
    except* ValueError:
        print("no")
except KeyError as e:
    print("naked passes", repr(e))
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
mg = MyG("mine", [ValueError(1), TypeError(2)])
a, b = mg.split(ValueError)
print(type(a).__name__, type(b).__name__, repr(a))
def order():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        print("value")
        raise
    except* KeyError as e:
        print("key", e.exceptions)
    finally:
        print("finally")
try:
    order()
except ExceptionGroup as e:
    print("left", repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise TypeError("t")
    except* KeyError:
        raise OSError("o")
except ExceptionGroup as e:
    print("two", repr(e))
try:
    try:
        pass
    except* ValueError:
        pass
    else:
        raise IndexError("from else")
    finally:
        print("at last")
except IndexError as e:
    print("else raises", e)
try:
    try:
        raise ValueError(1)
    except* 5:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    raise ExceptionGroup("outer", [ExceptionGroup("inner", [ValueError(1), KeyError(2)]), KeyError(3)])
except* KeyError as e:
    print(repr(e))
except* ValueError as e: print(repr(e))
for i in range(2):
    try:
        if i: raise ExceptionGroup("loop", [ValueError(i)])
    except* ValueError as e:
        print("loop", i, e.exceptions[0].args)
    else:
        print("fine", i)
e2 = ExceptionGroup("noted", [ValueError(1)])
e2.add_note("a note")
print(e2.__notes__, e2.split(ValueError)[0].__notes__)
def walk(group, depth=0):
    for e in group.exceptions:
        print("  " * depth + type(e).__name__, e)
        if isinstance(e, BaseExceptionGroup): walk(e, depth + 1)
walk(eg)
