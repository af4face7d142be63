def is_integer(self):
    return self - self == 0 and int(self) == self


def conjugate(self):
    return self


def as_integer_ratio(self):
    if self != self:
        raise ValueError("cannot convert NaN to integer ratio")
    if self - self != 0:
        raise OverflowError("cannot convert Infinity to integer ratio")
    below = 1
    while self != int(self):
        self *= 2
        below *= 2
    return (int(self), below)


def hex(self):
    from _floats import to_hex

    return to_hex(self)


def _fromhex(cls, text):
    from _floats import from_hex

    return cls(from_hex(text))


fromhex = classmethod(_fromhex)
