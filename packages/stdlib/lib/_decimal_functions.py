# exp, ln, log10 and powers of Decimals, in fixed point with binary fractions.
import math as _math
from decimal import (
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    ROUND_HALF_EVEN,
    Rounded,
    _add,
    _check_nans,
    _divide,
    _make,
    _multiply,
    _operand,
    _rounded,
    _special,
)


def _exp_fixed(x, bits):
    # e ** x for a fraction of this many bits, |x| below about 8.
    halvings = 8 + _math.isqrt(bits) // 2
    guard = halvings + 16
    x = (x << guard) >> halvings
    bits += guard
    term = total = 1 << bits
    n = 0
    while term:
        n += 1
        term = ((term * x) >> bits) // n
        if term == -1:
            break
        total += term
    for _ in range(halvings):
        total = (total * total) >> bits
    return total >> guard


def _ln_fixed(numerator, denominator, bits):
    # Halley's iteration from what a float knows; each step triples the digits.
    scaled = (numerator << bits) // denominator
    guess = _math.log(numerator / denominator)
    y = int(guess * (1 << 60))
    y = y << (bits - 60) if bits >= 60 else y >> (60 - bits)
    known = 48
    while True:
        power = _exp_fixed(y, bits)
        y += 2 * ((scaled - power) << bits) // (scaled + power)
        if known >= bits:
            return y
        known *= 3


_ln10_cache = {}


def _ln10(bits):
    bits = (bits + 127) // 128 * 128
    known = _ln10_cache.get(bits)
    if known is None:
        # ln 10 = 3 ln 2 + ln 1.25
        known = _ln10_cache[bits] = _ln_fixed(10, 1, bits + 16) >> 16
    return known, bits


def _bits(digits):
    return digits * 3322 // 1000 + 32


def _beyond(sign, large, context):
    # A result that is too large, or too small, for any exponent.
    e = context.Emax + 1 if large else context.Etiny() - context._prec - 2
    return _nearest(sign, 1, 0, e, context, 0)


def _nearest(sign, fixed, bits, exponent, context, digits=None):
    # A fraction that is no decimal: its digits, a few more than anybody keeps, are rounded to the nearest.
    digits = context._prec + 4 if digits is None else digits
    coefficient = (fixed * 10**digits) >> bits
    quiet = context.copy()
    quiet._set_rounding(ROUND_HALF_EVEN)
    quiet.clear_traps()
    quiet.clear_flags()
    result = _rounded(_make(sign, coefficient * 10 + 1, exponent - digits - 1), quiet)
    for signal in quiet.flags:
        if quiet.flags[signal]:
            context._raise(signal)
    return result


def exp(value, context):
    bad = _check_nans(context, value)
    if bad is not None:
        return bad
    if value._k == "F":
        return _make(0, 0, 0) if value._sign() else value
    if value._v == 0:
        return Decimal(1)
    if value.adjusted() > 10:
        return _beyond(0, value._v > 0, context)
    if value.adjusted() < -context._prec - 2:
        digits = context._prec + 4
        one = 10**digits + (0 if value._v > 0 else -1)
        return _nearest(0, one, 0, -digits, context, 0)
    bits = _bits(context._prec + 12 + max(value.adjusted(), 0))
    fixed = (value._v * 10**value._e) << bits if value._e >= 0 else (value._v << bits) // 10**-value._e
    ln10, ln_bits = _ln10(bits)
    k = (fixed << (ln_bits - bits)) // ln10
    rest = ((fixed << (ln_bits - bits)) - k * ln10) >> (ln_bits - bits)
    return _nearest(0, _exp_fixed(rest, bits), bits, k, context)


def _ln_value(value, extra):
    # ln of a positive number as a fixed fraction with enough digits, and its bits.
    adjusted = value.adjusted()
    bits = _bits(extra + 12)
    numerator, denominator = value.as_integer_ratio()
    near = abs(numerator - denominator)
    if near and adjusted in (-1, 0):
        # Near 1 the logarithm is small, and needs digits behind its zeros.
        bits += max(0, len(str(denominator)) - len(str(near))) * 4
    shift = adjusted if abs(adjusted) > 1 else 0
    if shift > 0:
        denominator *= 10**shift
    elif shift < 0:
        numerator *= 10**-shift
    ln10, ln_bits = _ln10(bits)
    return _ln_fixed(numerator, denominator, bits) + (shift * ln10 >> (ln_bits - bits)), bits


def ln(value, context):
    bad = _check_nans(context, value)
    if bad is not None:
        return bad
    if value._v == 0 and value._k is None:
        return _special("F", 1)
    if value._k == "F" and not value._sign():
        return _special("F")
    if value._sign():
        return context._raise(InvalidOperation, _special("n"))
    if value._compare(Decimal(1)) == 0:
        return Decimal(0)
    fixed, bits = _ln_value(value, context._prec)
    return _small(fixed, bits, context)


def _small(fixed, bits, context):
    # As _nearest, for what may be far below one.
    sign = 1 if fixed < 0 else 0
    fixed = abs(fixed)
    zeros = max(0, bits - fixed.bit_length()) * 301 // 1000
    return _nearest(sign, fixed * 10**zeros, bits, -zeros, context)


def log10(value, context):
    bad = _check_nans(context, value)
    if bad is not None:
        return bad
    if value._v == 0 and value._k is None:
        return _special("F", 1)
    if value._k == "F" and not value._sign():
        return _special("F")
    if value._sign():
        return context._raise(InvalidOperation, _special("n"))
    digits = str(value._v)
    if digits[0] == "1" and digits.strip("0") == "1":
        return _rounded(Decimal(value.adjusted()), context)
    fixed, bits = _ln_value(value, context._prec + 6)
    ln10, ln_bits = _ln10(bits)
    return _small((fixed << ln_bits) // ln10, bits, context)


def power(base, exponent, modulo, context):
    if modulo is not None:
        return _power_modulo(base, exponent, _operand(modulo), context)
    bad = _check_nans(context, base, exponent)
    if bad is not None:
        return bad
    if exponent._k is None and exponent._v == 0:
        if base._k is None and base._v == 0:
            return context._raise(InvalidOperation, _special("n"))
        return Decimal(1)
    whole = exponent._k is None and exponent._compare(exponent._integral("ROUND_DOWN")) == 0
    odd = whole and exponent.adjusted() < 1000 and int(exponent) & 1
    sign = base._sign() & (1 if odd else 0)
    if base._sign() and base and not whole:
        return context._raise(InvalidOperation, _special("n"))
    if base._k is None and base._v == 0:
        return _make(sign, 0, 0) if not exponent._sign() else _special("F", sign)
    if base._k == "F":
        return _special("F", sign) if not exponent._sign() else _make(sign, 0, 0)
    size = base.copy_abs()
    order = size._compare(Decimal(1))
    if exponent._k == "F":
        if base._sign():
            return context._raise(InvalidOperation, _special("n"))
        if order == 0:
            digits = context._prec - 1
            return _make(0, 10**digits, -digits)
        return _special("F") if (order > 0) == (exponent._v >= 0 and not exponent._z) else _make(0, 0, 0)
    if whole and exponent.adjusted() <= 18:
        return _power_whole(base, int(exponent), sign, context)
    if order == 0:
        digits = context._prec - 1
        context._raise(Inexact)
        context._raise(Rounded)
        return _make(sign, 10**digits, -digits)
    work = Context(context._prec + 8 + max(0, exponent.adjusted() + 1) + 4, ROUND_HALF_EVEN, traps=[], flags=[])
    product = _multiply(exponent, ln(size, work), work)
    if product.adjusted() > 10:
        return _beyond(sign, product._v > 0, context)
    result = exp(product, work)
    # An exact root comes out as one: what is left of the error is far below the last digit.
    shorter = Context(context._prec + 4, ROUND_HALF_EVEN, traps=[], flags=[])
    result = _rounded(result, shorter)
    padded = context._prec - len(str(result._v))
    if padded > 0:
        result = _make(0, result._v * 10**padded, result._e - padded)
    context._raise(Inexact)
    context._raise(Rounded)
    return _rounded(_make(sign, result._v, result._e), context)


def _power_whole(base, n, sign, context):
    work = Context(context._prec + 4 + len(str(abs(n))), ROUND_HALF_EVEN, context.Emin, context.Emax, traps=[], flags=[])
    factor = base.copy_abs()
    if n < 0:
        work._set_prec(work._prec + 1)
        factor = _divide(Decimal(1), factor, work)
        n = -n
    result = Decimal(1)
    while True:
        if n & 1:
            result = _multiply(result, factor, work)
        n >>= 1
        if not n or result._k is not None or result._v == 0:
            break
        factor = _multiply(factor, factor, work)
        if factor._k is not None or factor._v == 0:
            result = _multiply(result, factor, work)
            break
    if result._k == "F" or result._v == 0:
        e = context.Emax + 1 if result._k == "F" else context.Etiny() - context._prec - 2
        return _rounded(_make(sign, 1, e), context)
    if work.flags[Inexact]:
        context._raise(Inexact)
        context._raise(Rounded)
    return _rounded(_make(sign, abs(result._v), result._e), context)


def _power_modulo(base, exponent, modulo, context):
    bad = _check_nans(context, base, exponent, modulo)
    if bad is not None:
        return bad
    for value in (base, exponent, modulo):
        if value._k is not None or value._compare(value._integral("ROUND_DOWN")) != 0:
            return context._raise(InvalidOperation, _special("n"))
    if exponent._sign() or modulo._v == 0 or (base._v == 0 and exponent._v == 0):
        return context._raise(InvalidOperation, _special("n"))
    if modulo.adjusted() >= context._prec:
        return context._raise(InvalidOperation, _special("n"))
    sign = base._sign() if int(exponent) & 1 else 0
    return _make(sign, pow(abs(int(base)), int(exponent), abs(int(modulo))), 0)
