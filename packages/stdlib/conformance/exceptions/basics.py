def attempt(f):
    try:
        return f()
    except (ValueError, TypeError) as e:
        return type(e).__name__
    except KeyError as e:
        return ("KeyError", e.args)
    except Exception as e:
        return ("other", type(e).__name__)


print(attempt(lambda: int("x")), attempt(lambda: len(5)), attempt(lambda: {}["k"]), attempt(lambda: [][0]), attempt(lambda: 1))
try:
    raise ValueError("message", 42)
except ValueError as e:
    print(e.args, str(e))
try:
    raise ValueError
except ValueError as e:
    print(e.args, str(e) == "")
try:
    raise KeyError("k")
except LookupError as e:
    print(type(e).__name__, e.args)
try:
    assert 1 == 2, "assertion text"
except AssertionError as e:
    print("AssertionError", e)
try:
    assert True
    assert False
except AssertionError as e:
    print("AssertionError", e.args)
for kind in (ArithmeticError, ZeroDivisionError, LookupError, IndexError, OSError, RuntimeError, NotImplementedError, StopIteration):
    try:
        raise kind("x")
    except Exception as e:
        print(kind.__name__, isinstance(e, kind), isinstance(e, Exception), isinstance(e, LookupError), e)
try:
    raise "not an exception"
except TypeError:
    print("TypeError")
try:
    [].nope
except AttributeError:
    print("AttributeError")
try:
    import no_such_module
except ImportError:
    print("ImportError")
try:
    eval("1 +")
except SyntaxError:
    print("SyntaxError")
