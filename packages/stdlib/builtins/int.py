def as_integer_ratio(self):
    return (int(self), 1)


def conjugate(self):
    return int(self)


def bit_length(self):
    return len(bin(self)) - (3 if self < 0 else 2) if self else 0


def bit_count(self):
    return bin(self).count("1")


def to_bytes(self, length=1, byteorder="big", *, signed=False):
    from _numbers import to_bytes

    return to_bytes(self, length, byteorder, signed)


def _from_bytes(cls, bytes, byteorder="big", *, signed=False):
    from _numbers import from_bytes

    return cls(from_bytes(bytes, byteorder, signed))


from_bytes = classmethod(_from_bytes)
