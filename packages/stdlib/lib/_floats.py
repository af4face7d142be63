# float.hex() and float.fromhex(), which few programs need.


def to_hex(value):
    if value != value:
        return "nan"
    sign = "-" if value < 0 or str(value)[0] == "-" else ""
    value = abs(value)
    if value - value != 0:
        return sign + "inf"
    if value == 0:
        return sign + "0x0.0p+0"
    exponent = 0
    while value >= 2:
        value /= 2
        exponent += 1
    while value < 1 and exponent > -1022:
        value *= 2
        exponent -= 1
    whole = int(value)
    return "%s0x%d.%013xp%+d" % (sign, whole, int((value - whole) * 2**52), exponent)


def from_hex(text):
    bad = ValueError("invalid hexadecimal floating-point string")
    text = text.strip().lower()
    sign = -1.0 if text[:1] == "-" else 1.0
    if text[:1] in ("-", "+"):
        text = text[1:]
    if text in ("inf", "infinity", "nan"):
        return sign * float(text)
    if text[:2] == "0x":
        text = text[2:]
    digits, _, exponent = text.partition("p")
    whole, _, fraction = digits.partition(".")
    try:
        value = int(whole + fraction, 16)
        power = int(exponent or "0") - 4 * len(fraction)
    except ValueError:
        raise bad
    return sign * (float(value << power) if power >= 0 else value / (1 << -power))
