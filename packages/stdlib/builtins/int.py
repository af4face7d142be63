def as_integer_ratio(self):
    return (int(self), 1)


def conjugate(self):
    return int(self)


def is_integer(self):
    return True
