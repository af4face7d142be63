# Decimal arithmetic after the General Decimal Arithmetic Specification, as CPython's module has it.
import _native
from _native import decimal_make as _decimal
import umath as _math

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

# The exponent of infinities and NaNs: equal to nothing, so that the fast paths let them pass by.
_NO_EXPONENT = float("nan")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (
    Clamped,
    DivisionByZero,
    Inexact,
    Overflow,
    Rounded,
    Underflow,
    InvalidOperation,
    Subnormal,
    FloatOperation,
)
_CONDITIONS = (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)


def __getattr__(name):
    if name == "DecimalTuple":
        from collections import namedtuple

        value = namedtuple("DecimalTuple", ("sign", "digits", "exponent"))
    elif name == "BasicContext":
        value = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow], flags=[])
        _templates.append(value)
    elif name == "ExtendedContext":
        value = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])
        _templates.append(value)
    else:
        from _lazy import missing

        missing("decimal", name)
    globals()[name] = value
    return value


class Context:
    def __init__(
        self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None
    ):
        base = _default
        self._set_prec(28 if prec is None and base is None else base.prec if prec is None else prec)
        self._set_rounding(ROUND_HALF_EVEN if rounding is None and base is None else base.rounding if rounding is None else rounding)
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _signals(flags if flags is not None else ())
        if traps is None:
            traps = (DivisionByZero, Overflow, InvalidOperation) if base is None else [s for s in _SIGNALS if base.traps[s]]
        self.traps = _signals(traps)

    def _set_prec(self, prec):
        if not isinstance(prec, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(prec).__name__)
        if not 1 <= prec <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        self._prec = prec
        # The smallest coefficient that is too long; a precision beyond any use has none.
        self._limit = 10**prec if prec <= 5000 else None
        self._changed()

    def _set_rounding(self, rounding):
        if rounding not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        self._rounding = rounding
        self._changed()

    def _set_Emin(self, value):
        self._Emin = value
        self._changed()

    def _set_Emax(self, value):
        self._Emax = value
        self._changed()

    def _set_clamp(self, value):
        self._clamp = value
        self._changed()

    def _changed(self):
        if self is _context:
            _adopt()

    Emin = property(lambda self: self._Emin, _set_Emin)
    Emax = property(lambda self: self._Emax, _set_Emax)
    clamp = property(lambda self: self._clamp, _set_clamp)
    prec = property(lambda self: self._prec, lambda self, value: self._set_prec(value))
    rounding = property(lambda self: self._rounding, lambda self, value: self._set_rounding(value))

    def __repr__(self):
        return "Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec,
            self.rounding,
            self._Emin,
            self._Emax,
            self.capitals,
            self._clamp,
            ", ".join([s.__name__ for s in _REPR_ORDER if self.flags[s]]),
            ", ".join([s.__name__ for s in _REPR_ORDER if self.traps[s]]),
        )

    __str__ = __repr__

    def copy(self):
        return Context(
            self.prec,
            self.rounding,
            self._Emin,
            self._Emax,
            self.capitals,
            self._clamp,
            dict(self.flags),
            dict(self.traps),
        )

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def Etiny(self):
        return self._Emin - self._prec + 1

    def Etop(self):
        return self._Emax - self._prec + 1

    def _raise(self, condition, result=None):
        # Sets the flag of a condition; raises where it is trapped, and gives the result where not.
        signal = InvalidOperation if condition in _CONDITIONS else condition
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return result

    def create_decimal(self, num="0"):
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self._raise(ConversionSyntax, _special("n"))
        return _rounded(Decimal(num), self)

    def create_decimal_from_float(self, f):
        return _rounded(Decimal.from_float(f), self)

    def abs(self, a):
        return _operand(a).__abs__(context=self)

    def add(self, a, b):
        return _add(_operand(a), _operand(b), self)

    def subtract(self, a, b):
        return _subtract(_operand(a), _operand(b), self)

    def multiply(self, a, b):
        return _multiply(_operand(a), _operand(b), self)

    def divide(self, a, b):
        return _divide(_operand(a), _operand(b), self)

    def divide_int(self, a, b):
        return _operand(a)._divmod(_operand(b), self, 1)[0]

    def remainder(self, a, b):
        return _operand(a)._divmod(_operand(b), self, 2)[1]

    def divmod(self, a, b):
        return _operand(a)._divmod(_operand(b), self)

    def power(self, a, b, modulo=None):
        return _power(_operand(a), _operand(b), modulo, self)

    def minus(self, a):
        return _operand(a).__neg__(context=self)

    def plus(self, a):
        return _operand(a).__pos__(context=self)

    def is_finite(self, a):
        return _operand(a).is_finite()

    def is_nan(self, a):
        return _operand(a).is_nan()

    def is_infinite(self, a):
        return _operand(a).is_infinite()

    def is_zero(self, a):
        return _operand(a).is_zero()

    def is_signed(self, a):
        return _operand(a).is_signed()

    def copy_abs(self, a):
        return _operand(a).copy_abs()

    def copy_negate(self, a):
        return _operand(a).copy_negate()

    def to_sci_string(self, a):
        return _operand(a).__str__()

    def to_eng_string(self, a):
        return _operand(a).to_eng_string()

    def radix(self):
        return Decimal(10)


def _forward(name):
    def method(self, a, *others):
        return getattr(_operand(a), name)(*[_operand(b) for b in others], context=self)

    return method


for _name in (
    "compare",
    "exp",
    "fma",
    "ln",
    "log10",
    "logb",
    "max",
    "max_mag",
    "min",
    "min_mag",
    "next_minus",
    "next_plus",
    "normalize",
    "quantize",
    "remainder_near",
    "scaleb",
    "sqrt",
    "to_integral_exact",
    "to_integral_value",
):
    setattr(Context, _name, _forward(_name))

_REPR_ORDER = (
    Clamped,
    InvalidOperation,
    DivisionByZero,
    Inexact,
    FloatOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
)


def _signals(given):
    if isinstance(given, dict):
        return {signal: bool(given.get(signal, False)) for signal in _SIGNALS}
    for signal in given:
        if signal not in _SIGNALS:
            raise TypeError("values must be signals")
    return {signal: signal in given for signal in _SIGNALS}


_ROUNDINGS = (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_UP,
    ROUND_DOWN,
    ROUND_HALF_UP,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_05UP,
)
_default = _context = None
DefaultContext = Context()
_default = DefaultContext

# What is never current itself, only a copy of it: with BasicContext and ExtendedContext where they are used.
_templates = [DefaultContext]
_context = DefaultContext.copy()


def getcontext():
    return _context


def setcontext(context):
    global _context
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in _templates:
        context = context.copy()
        context.clear_flags()
    _context = context
    _adopt()


class _ContextManager:
    def __init__(self, context):
        self._new = context.copy()

    def __enter__(self):
        self._saved = _context
        setcontext(self._new)
        return self._new

    def __exit__(self, *details):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    manager = _ContextManager(_context if ctx is None else ctx)
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(manager._new, name, value)
    return manager


def _elsewhere(name):
    def method(self, *args, **kwargs):
        return getattr(__import__("_decimal_methods"), name)(self, *args, **kwargs)

    return method


class Decimal:
    __c_name__ = "decimal.Decimal"
    # _v is the coefficient with its sign, _e the exponent. Only negative zeros, infinities and NaNs have more: _z (a sign of its own) and _k ("F",
    # "n" or "N" as in as_tuple()); a NaN keeps its payload in _v.
    _z = 0
    _k = None

    __new__ = _native.decimal_new

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        return _from_float(cls, f)

    # What it is

    def is_finite(self):
        return self._k is None

    def is_infinite(self):
        return self._k == "F"

    def is_nan(self):
        return self._k == "n" or self._k == "N"

    def is_qnan(self):
        return self._k == "n"

    def is_snan(self):
        return self._k == "N"

    def is_signed(self):
        return self._v < 0 or self._z == 1

    def is_zero(self):
        return self._k is None and self._v == 0

    def is_normal(self, context=None):
        return self._k is None and self._v != 0 and self.adjusted() >= (context or _context)._Emin

    def is_subnormal(self, context=None):
        return self._k is None and self._v != 0 and self.adjusted() < (context or _context)._Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def radix(self):
        return Decimal(10)

    def adjusted(self):
        if self._k is not None:
            return 0
        return self._e + len(str(abs(self._v))) - 1

    def as_tuple(self):
        from decimal import DecimalTuple

        if self._k == "F":
            return DecimalTuple(self._sign(), (0,), "F")
        digits = tuple([int(char) for char in str(abs(self._v))])
        if self._k is not None:
            return DecimalTuple(self._sign(), digits if self._v else (), self._k)
        return DecimalTuple(self._sign(), digits, self._e)

    def as_integer_ratio(self):
        if self._k is not None:
            if self._k == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        if self._e >= 0:
            return self._v * 10**self._e, 1
        n, d = self._v, 10**-self._e
        from math import gcd

        g = gcd(n, d)
        return n // g, d // g

    def _sign(self):
        return 1 if self._v < 0 or self._z else 0

    # As text

    __str__ = _native.decimal_str

    def _as_text(self):
        return _text(self, False)

    def to_eng_string(self, context=None):
        return _text(self, True)

    def __repr__(self):
        return "Decimal('%s')" % str(self)

    def __format__(self, spec, context=None):
        from _decimal_format import format_decimal

        return format_decimal(self, spec, context or _context)

    # Arithmetic

    # Where both operands are short, the overlay answers (overlay/numbers/decimalMath.ts); these functions do the rest: see `_adopt` below.
    __add__ = __radd__ = _native.decimal_add
    __sub__ = _native.decimal_subtract
    __rsub__ = _native.decimal_subtract_from
    __mul__ = __rmul__ = _native.decimal_multiply
    __truediv__ = _native.decimal_divide
    __eq__ = _native.decimal_equal
    __lt__ = _native.decimal_less
    __le__ = _native.decimal_less_or_equal
    __gt__ = _native.decimal_more
    __ge__ = _native.decimal_more_or_equal

    def _plus(self, other):
        other = _other(other)
        return other if other is NotImplemented else _add(self, other, _context)

    def _minus(self, other):
        other = _other(other)
        return other if other is NotImplemented else _subtract(self, other, _context)

    def _from(self, other):
        other = _other(other)
        return other if other is NotImplemented else _subtract(other, self, _context)

    def _times(self, other):
        other = _other(other)
        return other if other is NotImplemented else _multiply(self, other, _context)

    def _over(self, other):
        other = _other(other)
        return other if other is NotImplemented else _divide(self, other, _context)

    def __rtruediv__(self, other):
        other = _other(other)
        return other if other is NotImplemented else _divide(other, self, _context)

    def __floordiv__(self, other):
        other = _other(other)
        return other if other is NotImplemented else self._divmod(other, _context, 1)[0]

    def __rfloordiv__(self, other):
        other = _other(other)
        return other if other is NotImplemented else other._divmod(self, _context, 1)[0]

    def __mod__(self, other):
        other = _other(other)
        return other if other is NotImplemented else self._divmod(other, _context, 2)[1]

    def __rmod__(self, other):
        other = _other(other)
        return other if other is NotImplemented else other._divmod(self, _context, 2)[1]

    def __divmod__(self, other):
        other = _other(other)
        return other if other is NotImplemented else self._divmod(other, _context)

    def __rdivmod__(self, other):
        other = _other(other)
        return other if other is NotImplemented else other._divmod(self, _context)

    def _divmod(self, other, context, wanted=3):
        # wanted: 1 for the quotient, 2 for the remainder, 3 for both; what is not wanted raises nothing.
        bad = _check_nans(context, self, other)
        if bad is not None:
            return bad, bad
        sign = self._sign() ^ other._sign()
        if self._k == "F":
            if other._k == "F":
                nan = context._raise(InvalidOperation, _special("n"))
                return nan, nan
            infinity = _special("F", sign)
            return infinity, context._raise(InvalidOperation, _special("n")) if wanted & 2 else None
        if other._k == "F":
            return _signed_zero(sign), _rounded(self, context) if wanted & 2 else None
        if other._v == 0:
            if self._v == 0:
                nan = context._raise(DivisionUndefined, _special("n"))
                return nan, nan
            quotient = context._raise(DivisionByZero, _special("F", sign)) if wanted & 1 else None
            return quotient, context._raise(InvalidOperation, _special("n")) if wanted & 2 else None
        ideal = min(self._e, other._e)
        if self._v == 0 or self.adjusted() - other.adjusted() <= -2:
            return _signed_zero(sign), _rounded(_at_exponent(self, ideal, context), context) if wanted & 2 else None
        if self.adjusted() - other.adjusted() <= context._prec:
            a, b = _rescaled(abs(self._v), self._e, ideal), _rescaled(abs(other._v), other._e, ideal)
            q, r = divmod(a, b)
            if len(str(q)) <= context._prec:
                return _rounded(_make(sign, q, 0), context), _rounded(_make(self._sign(), r, ideal), context) if wanted & 2 else None
        nan = context._raise(DivisionImpossible, _special("n"))
        return nan, nan

    def __pow__(self, other, modulo=None):
        other = _other(other)
        return other if other is NotImplemented else _power(self, other, modulo, _context)

    def __rpow__(self, other):
        other = _other(other)
        return other if other is NotImplemented else _power(other, self, None, _context)

    def __neg__(self, context=None):
        context = context or _context
        bad = _check_nans(context, self)
        if bad is not None:
            return bad
        if self._v == 0 and self._k is None and context.rounding != ROUND_FLOOR:
            return _rounded(self.copy_abs(), context)
        return _rounded(_negated(self), context)

    def __pos__(self, context=None):
        context = context or _context
        bad = _check_nans(context, self)
        if bad is not None:
            return bad
        if self._v == 0 and self._k is None and context.rounding != ROUND_FLOOR:
            return _rounded(self.copy_abs(), context)
        return _rounded(self, context)

    def __abs__(self, round=True, context=None):
        bad = _check_nans(context or _context, self)
        if bad is not None:
            return bad
        return _rounded(self.copy_abs(), context or _context) if round else self.copy_abs()

    def copy_abs(self):
        result = _copy(Decimal, self)
        result._v = abs(result._v)
        result._z = 0
        return result

    def copy_negate(self):
        return _negated(self)

    def copy_sign(self, other, context=None):
        other = _operand(other)
        return _negated(self) if self._sign() != other._sign() else _copy(Decimal, self)

    # Comparison

    def _compare(self, other):
        # Of numbers, no NaNs: below, at or above zero.
        if self._k is not None or other._k is not None:
            a = 0 if self._k is None else -1 if self._sign() else 1
            b = 0 if other._k is None else -1 if other._sign() else 1
            return a - b
        a, b = self._v, other._v
        if self._e == other._e:
            return -1 if a < b else int(a > b)
        if a == 0 or b == 0 or (a < 0) != (b < 0):
            return -1 if a < b else int(a > b)
        high, low = self.adjusted(), other.adjusted()
        if high != low:
            return -1 if (high < low) == (a > 0) else 1
        if self._e > other._e:
            a *= 10 ** (self._e - other._e)
        else:
            b *= 10 ** (other._e - self._e)
        return -1 if a < b else int(a > b)

    def _equals(self, other):
        other = _comparable(self, other, True)
        if other is NotImplemented:
            return other
        if self._k is not None or other._k is not None:
            if _unordered(self, other, False):
                return False
        return self._compare(other) == 0

    def _below(self, other):
        other = _comparable(self, other)
        if other is NotImplemented:
            return other
        return not _unordered(self, other, True) and self._compare(other) < 0

    def _at_most(self, other):
        other = _comparable(self, other)
        if other is NotImplemented:
            return other
        return not _unordered(self, other, True) and self._compare(other) <= 0

    def _above(self, other):
        other = _comparable(self, other)
        if other is NotImplemented:
            return other
        return not _unordered(self, other, True) and self._compare(other) > 0

    def _at_least(self, other):
        other = _comparable(self, other)
        if other is NotImplemented:
            return other
        return not _unordered(self, other, True) and self._compare(other) >= 0

    def compare(self, other, context=None):
        other = _operand(other)
        bad = _check_nans(context or _context, self, other)
        return bad if bad is not None else Decimal(self._compare(other))

    # Conversion

    def __bool__(self):
        return self._k is not None or self._v != 0

    def __int__(self):
        if self._k is not None:
            if self._k == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        if self._e >= 0:
            return self._v * 10**self._e
        if -self._e > len(str(self._v)):
            return 0
        whole = abs(self._v) // 10**-self._e
        return -whole if self._v < 0 else whole

    __trunc__ = __int__

    def __float__(self):
        if self._k is not None:
            if self._k == "N":
                raise ValueError("cannot convert signaling NaN to float")
            return float(("-" if self._sign() else "") + ("inf" if self._k == "F" else "nan"))
        return float(_text(self, False))

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def __floor__(self):
        return int(self._integral(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._integral(ROUND_CEILING))

    def __round__(self, ndigits=None):
        if ndigits is None:
            if self._k is not None:
                return int(self)
            return int(self._integral(ROUND_HALF_EVEN))
        return self.quantize(_make(0, 1, -ndigits))

    def __hash__(self):
        if self._k is not None:
            if self._k == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            return hash(float(self)) if self._k == "F" else id(self)
        if self._v == 0:
            return 0
        if self._e >= 0 and self._e < 400:
            return hash(self._v * 10**self._e)
        value = float(self)
        if value not in (_math.inf, -_math.inf) and _from_float(Decimal, value)._compare(self) == 0:
            return hash(value)
        stripped = self.normalize(_EXACT)
        return hash((stripped._v, stripped._e))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # Rounding to a place

    def _integral(self, rounding):
        if self._k is not None or self._e >= 0:
            return self
        return _make(self._sign(), _round_at(abs(self._v), -self._e, rounding, self._sign())[0], 0)

    def to_integral_value(self, rounding=None, context=None):
        context = context or _context
        bad = _check_nans(context, self)
        if bad is not None:
            return bad
        return self._integral(rounding or context.rounding)

    to_integral = to_integral_value

    def quantize(self, exp, rounding=None, context=None):
        context = context or _context
        exp = _operand(exp)
        bad = _check_nans(context, self, exp)
        if bad is not None:
            return bad
        if self._k == "F" or exp._k == "F":
            if self._k == exp._k:
                return _copy(Decimal, self)
            return context._raise(InvalidOperation, _special("n"))
        target = exp._e
        if not context.Etiny() <= target <= context._Emax:
            return context._raise(InvalidOperation, _special("n"))
        sign = self._sign()
        if self._v == 0:
            return _rounded(_make(sign, 0, target), context)
        adjusted = self.adjusted()
        if adjusted > context._Emax or adjusted - target + 1 > context._prec:
            return context._raise(InvalidOperation, _special("n"))
        shift = target - self._e
        if shift <= 0:
            result = _make(sign, abs(self._v) * 10**-shift, target)
        else:
            coefficient, exact = _round_at(abs(self._v), shift, rounding or context._rounding, sign)
            if len(str(coefficient)) > context._prec:
                return context._raise(InvalidOperation, _special("n"))
            result = _make(sign, coefficient, target)
            context._raise(Rounded)
            if not exact:
                context._raise(Inexact)
        if result._v and result.adjusted() < context._Emin:
            context._raise(Subnormal)
        return result

    def normalize(self, context=None):
        context = context or _context
        bad = _check_nans(context, self)
        if bad is not None:
            return bad
        result = _rounded(self, context)
        if result._k is not None:
            return result
        if result._v == 0:
            return _make(result._sign(), 0, 0)
        v, e = result._v, result._e
        top = context._Emax if not context._clamp else context.Etop()
        while v % 10 == 0 and e < top:
            v //= 10
            e += 1
        return _make(result._sign(), abs(v), e)

    # Those that few programs use lie in _decimal_methods.py.

    number_class = _elsewhere("number_class")
    remainder_near = _elsewhere("remainder_near")
    fma = _elsewhere("fma")
    compare_signal = _elsewhere("compare_signal")
    compare_total = _elsewhere("compare_total")
    compare_total_mag = _elsewhere("compare_total_mag")
    same_quantum = _elsewhere("same_quantum")
    max = _elsewhere("max")
    min = _elsewhere("min")
    max_mag = _elsewhere("max_mag")
    min_mag = _elsewhere("min_mag")
    to_integral_exact = _elsewhere("to_integral_exact")
    scaleb = _elsewhere("scaleb")
    logb = _elsewhere("logb")
    shift = _elsewhere("shift")
    rotate = _elsewhere("rotate")
    next_minus = _elsewhere("next_minus")
    next_plus = _elsewhere("next_plus")
    next_toward = _elsewhere("next_toward")
    sqrt = _elsewhere("sqrt")

    def exp(self, context=None):
        from _decimal_functions import exp

        return exp(self, context or _context)

    def ln(self, context=None):
        from _decimal_functions import ln

        return ln(self, context or _context)

    def log10(self, context=None):
        from _decimal_functions import log10

        return log10(self, context or _context)


def _adopt():
    # Tells the overlay what it may do in the current context: how many digits a result may have, and who does what it cannot.
    context = _context
    plain = context._rounding != ROUND_FLOOR and not context._clamp and context._Emin <= -400 and context._Emax >= 400
    Decimal._arithmetic = (
        min(context._prec, 18) if plain else 0,
        Decimal._plus,
        Decimal._minus,
        Decimal._from,
        Decimal._times,
        Decimal._over,
        Decimal._equals,
        Decimal._below,
        Decimal._at_most,
        Decimal._above,
        Decimal._at_least,
        _new,
        Decimal._as_text,
    )


def _new(cls, value, context):
    if isinstance(value, str):
        return _from_text(cls, value, context)
    if isinstance(value, Decimal):
        return _copy(cls, value)
    if isinstance(value, int):
        return _plain(cls, int(value), 0)
    if isinstance(value, (tuple, list)):
        from _decimal_methods import from_tuple

        return from_tuple(cls, value)
    if isinstance(value, float):
        return _from_float(cls, value)
    raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


def _plain(cls, value, exponent):
    if cls is Decimal:
        return _decimal(Decimal, value, exponent)
    result = object.__new__(cls)
    result._v = value
    result._e = exponent
    return result


def _make(sign, coefficient, exponent):
    result = _decimal(Decimal, -coefficient if sign else coefficient, exponent)
    if sign and not coefficient:
        result._z = 1
    return result


def _signed_zero(sign):
    return _make(sign, 0, 0)


def _special(kind, sign=0, payload=0):
    result = _decimal(Decimal, payload, _NO_EXPONENT)
    result._z = sign
    result._k = kind
    return result


def _copy(cls, value):
    if type(value) is cls and cls is Decimal and value._k is None and not value._z:
        return _decimal(Decimal, value._v, value._e)
    result = object.__new__(cls)
    result._v = value._v
    result._e = value._e
    result._z = value._z
    result._k = value._k
    return result


def _negated(value):
    if value._k is None and value._v:
        return _decimal(Decimal, -value._v, value._e)
    result = _copy(Decimal, value)
    result._z = 1 - value._z
    return result


def _other(value):
    # The operand of an operator: Decimals and ints, nothing else.
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else NotImplemented


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


def _comparable(self, value, equality=False):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return _from_float(Decimal, value)
    if hasattr(value, "numerator") and hasattr(value, "denominator"):
        # Against a fraction: both times its denominator.
        self_ratio = Decimal(value.numerator)
        return _divide(self_ratio, Decimal(value.denominator), Context(prec=max(_context._prec, 60), traps=[]))
    return NotImplemented


def _unordered(a, b, signals):
    if a._k is None and b._k is None:
        return False
    if a.is_nan() or b.is_nan():
        if signals or a._k == "N" or b._k == "N":
            _context._raise(InvalidOperation)
        return True
    return False


def _check_nans(context, *values):
    for value in values:
        if value._k == "N":
            return context._raise(InvalidOperation, _special("n", value._z, value._v))
    for value in values:
        if value._k == "n":
            return _copy(Decimal, value)
    return None


def _from_text(cls, text, context):
    body = text.strip().replace("_", "")
    sign = 0
    if body[:1] == "-" or body[:1] == "+":
        sign = 1 if body[0] == "-" else 0
        body = body[1:]
    number = body
    exponent = 0
    at = body.find("e")
    if at < 0:
        at = body.find("E")
    if at >= 0:
        number = body[:at]
        power = body[at + 1 :]
        digits = power[1:] if power[:1] in ("+", "-") else power
        exponent = int(power) if digits.isdigit() else None
    dot = number.find(".")
    if dot >= 0:
        exponent = None if exponent is None else exponent - (len(number) - dot - 1)
        number = number[:dot] + number[dot + 1 :]
    if exponent is not None and number.isdigit():
        value = int(number)
        result = _plain(cls, -value if sign else value, exponent)
        if sign and not value:
            result._z = 1
        return result
    lower = body.lower()
    if lower in ("inf", "infinity"):
        result = _special("F", sign)
    else:
        kind = "N" if lower.startswith("snan") else "n" if lower.startswith("nan") else None
        payload = lower[4:] if kind == "N" else lower[3:]
        if kind is None or (payload and not payload.isdigit()):
            return (context or _context)._raise(ConversionSyntax, _special("n"))
        result = _special(kind, sign, int(payload or "0"))
    return result if cls is Decimal else _copy(cls, result)


def _from_float(cls, value):
    if value != value:
        return _copy(cls, _special("n"))
    sign = 1 if _math.copysign(1.0, value) < 0 else 0
    if value in (_math.inf, -_math.inf):
        return _copy(cls, _special("F", sign))
    mantissa, exponent = _math.frexp(abs(value))
    n = int(mantissa * 9007199254740992.0)
    exponent -= 53
    if n == 0:
        return _copy(cls, _make(sign, 0, 0))
    while n % 2 == 0 and exponent < 0:
        n //= 2
        exponent += 1
    result = _make(sign, n << exponent, 0) if exponent >= 0 else _make(sign, n * 5**-exponent, exponent)
    return result if cls is Decimal else _copy(cls, result)


def _text(value, engineering):
    sign = "-" if value._sign() else ""
    if value._k is not None:
        if value._k == "F":
            return sign + "Infinity"
        return sign + ("sNaN" if value._k == "N" else "NaN") + (str(value._v) if value._v else "")
    e = value._e
    digits = str(abs(value._v))
    if e == 0:
        return sign + digits
    left = e + len(digits)
    if e <= 0 and left > -6:
        dot = left
    elif not engineering:
        dot = 1
    elif digits == "0":
        dot = (left + 1) % 3 - 1
    else:
        dot = (left - 1) % 3 + 1
    if dot <= 0:
        whole, fraction = "0", "." + "0" * -dot + digits
    elif dot >= len(digits):
        whole, fraction = digits + "0" * (dot - len(digits)), ""
    else:
        whole, fraction = digits[:dot], "." + digits[dot:]
    if left == dot:
        return sign + whole + fraction
    power = left - dot
    return "%s%s%s%s%s%d" % (sign, whole, fraction, "E" if _context.capitals else "e", "+" if power > 0 else "", power)


def _rescaled(coefficient, e, target):
    return coefficient * 10 ** (e - target)


def _at_exponent(value, e, context):
    # With the smaller exponent, as far as its digits are kept anyway.
    if value._v == 0:
        return _make(value._sign(), 0, e)
    e = max(e, value._e - context._prec)
    return _make(value._sign(), _rescaled(abs(value._v), value._e, e), e)


def _round_at(coefficient, places, rounding, sign):
    # Without the last places, and whether nothing was lost.
    if places > len(str(coefficient)) + 1:
        whole, rest, unit = 0, coefficient, None
    else:
        unit = 10**places
        whole, rest = divmod(coefficient, unit)
    if not rest:
        return whole, True
    if rounding == ROUND_HALF_EVEN or rounding == ROUND_HALF_UP or rounding == ROUND_HALF_DOWN:
        order = -1 if unit is None else 2 * rest - unit
        up = order > 0 or (
            order == 0 and (rounding == ROUND_HALF_UP or (rounding == ROUND_HALF_EVEN and whole & 1))
        )
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    elif rounding == ROUND_05UP:
        up = whole % 5 == 0
    else:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return whole + (1 if up else 0), False


def _rounded(value, context):
    # The value in the context's precision and range, with its flags.
    if value._k is not None:
        return value
    v, e = value._v, value._e
    limit = context._limit
    small = limit is not None and -limit < v < limit
    if small and v and context._Emin <= e <= 99 and e + 40 < context._Emax and not context._clamp:
        return value
    sign = value._sign()
    tiny, top = context.Etiny(), context.Etop()
    if v == 0:
        highest = top if context._clamp else context._Emax
        e = min(max(e, tiny), highest)
        if e != value._e:
            context._raise(Clamped)
            return _make(sign, 0, e)
        return value
    coefficient = abs(v)
    digits = len(str(coefficient))
    least = digits + e - context._prec
    if least > top:
        result = _overflow(sign, context)
        return context._raise(Overflow, result)
    subnormal = least < tiny
    if subnormal:
        least = tiny
    if e < least:
        coefficient, exact = _round_at(coefficient, least - e, context._rounding, sign)
        if len(str(coefficient)) > context._prec:
            coefficient //= 10
            least += 1
        result = _overflow(sign, context) if least > top else _make(sign, coefficient, least)
        if least > top:
            context._raise(Overflow)
        if not exact and subnormal:
            context._raise(Underflow)
        if subnormal:
            context._raise(Subnormal)
        if not exact:
            context._raise(Inexact)
        context._raise(Rounded)
        if not result:
            context._raise(Clamped)
        return result
    if subnormal:
        context._raise(Subnormal)
    if context._clamp and e > top:
        context._raise(Clamped)
        return _make(sign, coefficient * 10 ** (e - top), top)
    return value


def _overflow(sign, context):
    context._raise(Inexact)
    context._raise(Rounded)
    rounding = context._rounding
    if (
        rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP)
        or (rounding == ROUND_CEILING and not sign)
        or (rounding == ROUND_FLOOR and sign)
    ):
        return _special("F", sign)
    return _make(sign, 10**context._prec - 1, context.Etop())


def _add(a, b, context):
    if a._k is not None or b._k is not None:
        bad = _check_nans(context, a, b)
        if bad is not None:
            return bad
        if a._k == "F":
            if b._k == "F" and a._sign() != b._sign():
                return context._raise(InvalidOperation, _special("n"))
            return _copy(Decimal, a)
        return _copy(Decimal, b)
    e = min(a._e, b._e)
    negative_zero = context._rounding == ROUND_FLOOR and a._sign() != b._sign()
    if a._v == 0 and b._v == 0:
        sign = 1 if negative_zero else min(a._sign(), b._sign())
        return _rounded(_make(sign, 0, e), context)
    if a._v == 0 or b._v == 0:
        other = b if a._v == 0 else a
        e = max(e, other._e - context._prec - 1)
        shift = other._e - e
        return _rounded(_make(other._sign(), abs(other._v) * 10**shift if shift > 0 else abs(other._v), min(e, other._e)), context)
    av, bv = a._v, b._v
    if a._e != b._e:
        # Far below the last digit of the larger one, any number rounds as the smallest one would.
        high, low = (a, b) if a._e > b._e else (b, a)
        high_length, low_length = len(str(abs(high._v))), len(str(abs(low._v)))
        floor = high._e + min(-1, high_length - context._prec - 2)
        lv, le = low._v, low._e
        if low_length + low._e - 1 < floor:
            lv, le = (1 if low._v > 0 else -1), floor
        hv = high._v * 10 ** (high._e - le)
        av, bv, e = hv, lv, le
    total = av + bv
    if total == 0:
        return _rounded(_make(1 if negative_zero else 0, 0, e), context)
    return _rounded(_make(1 if total < 0 else 0, abs(total), e), context)


def _subtract(a, b, context):
    bad = None if a._k is None and b._k is None else _check_nans(context, a, b)
    return _add(a, _negated(b), context) if bad is None else bad


def _multiply(a, b, context):
    sign = a._sign() ^ b._sign()
    if a._k is not None or b._k is not None:
        bad = _check_nans(context, a, b)
        if bad is not None:
            return bad
        if not a or not b:
            return context._raise(InvalidOperation, _special("n"))
        return _special("F", sign)
    return _rounded(_make(sign, abs(a._v * b._v), a._e + b._e), context)


def _divide(a, b, context):
    sign = a._sign() ^ b._sign()
    if a._k is not None or b._k is not None:
        bad = _check_nans(context, a, b)
        if bad is not None:
            return bad
        if a._k == "F":
            if b._k == "F":
                return context._raise(InvalidOperation, _special("n"))
            return _special("F", sign)
        context._raise(Clamped)
        return _make(sign, 0, context.Etiny())
    if b._v == 0:
        if a._v == 0:
            return context._raise(DivisionUndefined, _special("n"))
        return context._raise(DivisionByZero, _special("F", sign))
    ideal = a._e - b._e
    if a._v == 0:
        return _rounded(_make(sign, 0, ideal), context)
    x, y = abs(a._v), abs(b._v)
    shift = len(str(y)) - len(str(x)) + context._prec + 1
    e = ideal - shift
    q, r = divmod(x * 10**shift, y) if shift >= 0 else divmod(x, y * 10**-shift)
    if r:
        # The digit behind the last decides no tie that is none.
        if q % 5 == 0:
            q += 1
    else:
        # an exact quotient loses its zeros, many at a time
        for places in (16, 8, 4, 2, 1):
            unit = 10**places
            while e + places <= ideal and q % unit == 0:
                q //= unit
                e += places
    return _rounded(_make(sign, q, e), context)


def _power(a, b, modulo, context):
    from _decimal_functions import power

    return power(a, b, modulo, context)


# Rounds nothing.
_EXACT = Context(prec=MAX_PREC, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, flags=[], traps=[])
_adopt()
