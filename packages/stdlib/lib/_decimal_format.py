# The format specifications of Decimals: [[fill]align][sign][z][#][0][width][,|_][.precision][type]
from decimal import ROUND_HALF_EVEN, _make, _round_at


def _parse(spec):
    at = 0
    fill, align = " ", ""
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align = spec[0], spec[1]
        at = 2
    elif spec and spec[0] in "<>=^":
        align = spec[0]
        at = 1
    sign = "-"
    if spec[at : at + 1] in ("+", "-", " "):
        sign = spec[at]
        at += 1
    no_negative_zero = spec[at : at + 1] == "z"
    if no_negative_zero:
        at += 1
    alternate = spec[at : at + 1] == "#"
    if alternate:
        at += 1
    if spec[at : at + 1] == "0":
        at += 1
        if not align:
            fill, align = "0", "="
    start = at
    while at < len(spec) and spec[at].isdigit():
        at += 1
    width = int(spec[start:at] or "0")
    comma = spec[at : at + 1]
    if comma == ",":
        at += 1
    else:
        comma = ""
    precision = None
    if spec[at : at + 1] == ".":
        start = at + 1
        at = start
        while at < len(spec) and spec[at].isdigit():
            at += 1
        if at == start:
            raise ValueError("invalid format string")
        precision = int(spec[start:at])
    kind = spec[at:]
    if kind not in ("", "e", "E", "f", "F", "g", "G", "n", "%") or width > 10**7 or (precision or 0) > 10**7:
        raise ValueError("invalid format string")
    return fill, align or ">", sign, no_negative_zero, width, comma, precision, kind


def _places(value, places, context):
    # Rounded to so many places behind the point.
    shift = -places - value._e
    if shift <= 0:
        return _make(value._sign(), abs(value._v) * 10**-shift, -places)
    return _make(value._sign(), _round_at(abs(value._v), shift, context.rounding, value._sign())[0], -places)


def _significant(value, count, context):
    digits = len(str(abs(value._v)))
    if digits <= count:
        return value
    coefficient = _round_at(abs(value._v), digits - count, context.rounding, value._sign())[0]
    e = value._e + digits - count
    if len(str(coefficient)) > count:
        coefficient //= 10
        e += 1
    return _make(value._sign(), coefficient, e)


def _grouped(whole, comma, least):
    # Groups of three, with zeros in front until it is at least so long.
    parts = []
    while True:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
        length = sum([len(part) for part in parts]) + len(parts) - 1
        if not whole:
            missing = least - length
            if missing <= 0:
                break
            if len(parts[0]) < 3:
                add = min(3 - len(parts[0]), missing)
                parts[0] = "0" * add + parts[0]
                if missing == add:
                    break
                missing -= add
            whole = "0" * max(1, min(3, missing - 1))
    return comma.join(parts)


def format_decimal(value, spec, context):
    if not spec:
        return str(value)
    fill, align, plus, no_negative_zero, width, comma, precision, kind = _parse(spec)
    if value._k is not None:
        text = str(value.copy_abs())
        if kind == "%":
            text += "%"
        whole, rest = text, ""
        comma = ""
        if fill == "0" and align == "=":
            fill, align = " ", ">"
    else:
        if kind == "%":
            value = _make(value._sign(), abs(value._v), value._e + 2)
        lower = kind.lower()
        if precision is not None:
            if lower == "e":
                value = _significant(value, precision + 1, context)
            elif lower == "f" or kind == "%":
                value = _places(value, precision, context)
            elif value._v:
                value = _significant(value, max(precision, 1), context)
        elif lower == "f" or kind == "%":
            if value._e > 0:
                value = _places(value, 0, context)
        if value._v == 0 and value._e > 0 and (lower == "f" or kind == "%"):
            value = _make(value._sign(), 0, 0)
        digits = str(abs(value._v))
        left = value._e + len(digits)
        if lower == "e":
            dot = 1 - precision if value._v == 0 and precision is not None else 1
        elif lower == "f" or kind == "%":
            dot = left
        else:
            dot = left if value._e <= 0 and left > -6 else 1
        if dot < 0:
            whole, fraction = "0", "0" * -dot + digits
        elif dot > len(digits):
            whole, fraction = digits + "0" * (dot - len(digits)), ""
        else:
            whole, fraction = digits[:dot] or "0", digits[dot:]
        power = left - dot
        rest = "." + fraction if fraction else ""
        if power != 0 or lower == "e":
            rest += "%s%+d" % ("E" if kind in ("E", "G", "") else "e", power)
        if kind == "%":
            rest += "%"
    negative = value._sign()
    if no_negative_zero and negative and value._k is None and value._v == 0:
        negative = 0
    sign = "-" if negative else "" if plus == "-" else plus
    if comma:
        least = width - len(sign) - len(rest) if fill == "0" and align == "=" else 0
        whole = _grouped(whole, comma, least)
    text = whole + rest
    padding = width - len(sign) - len(text)
    if padding <= 0:
        return sign + text
    if align == "<":
        return sign + text + fill * padding
    if align == "=":
        return sign + fill * padding + text
    if align == "^":
        return fill * (padding // 2) + sign + text + fill * (padding - padding // 2)
    return fill * padding + sign + text
