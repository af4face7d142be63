# Ranges whose ends do not fit in 32 bits: upstream's have machine words. Imported where a program makes one.

_LEAST, _MOST = -(1 << 31), (1 << 31) - 1


# None where upstream's do.
def make(*args):
    numbers = []
    for arg in args:
        if isinstance(arg, int):
            numbers.append(int(arg))
        elif hasattr(arg, "__index__"):
            numbers.append(arg.__index__())
        else:
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(arg).__name__)
    if not [number for number in numbers if not _LEAST <= number <= _MOST]:
        return None
    if len(numbers) == 1:
        return Range(0, numbers[0], 1)
    if numbers[2:] == [0]:
        raise ValueError("range() arg 3 must not be zero")
    return Range(numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else 1)


class Range:
    def __init__(self, start, stop, step):
        self.start, self.stop, self.step = start, stop, step
        distance = stop - start if step > 0 else start - stop
        self._count = max((distance + abs(step) - 1) // abs(step), 0)

    def __len__(self):
        return self._count

    def __bool__(self):
        return self._count > 0

    def __iter__(self):
        value, step = self.start, self.step
        for _ in self._rounds():
            yield value
            value += step

    def _rounds(self):
        left = self._count
        while left > _MOST:
            yield None
            left -= 1
        for _ in range(left):
            yield None

    def __reversed__(self):
        return iter(Range(self[-1], self.start - self.step, -self.step)) if self._count else iter(())

    def __contains__(self, value):
        if not isinstance(value, (int, float)) or value != value // 1:
            return False
        ends = (self.start, self.stop) if self.step > 0 else (self.stop + 1, self.start + 1)
        return ends[0] <= value < ends[1] and (int(value) - self.start) % self.step == 0

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = self._bounds(index)
            first, last = self.start + start * self.step, self.start + stop * self.step
            return range(first, last, step * self.step)
        if not hasattr(index, "__index__"):
            raise TypeError("range indices must be integers or slices, not " + type(index).__name__)
        index = index.__index__()
        at = index + self._count if index < 0 else index
        if not 0 <= at < self._count:
            raise IndexError("range object index out of range")
        return self.start + at * self.step

    def _bounds(self, index):
        step = 1 if index.step is None else index.step
        if step == 0:
            raise ValueError("slice step cannot be zero")
        count = self._count
        least, most = (0, count) if step > 0 else (-1, count - 1)

        def fit(value, default):
            if value is None:
                return default
            return max(least, min(most, value + count if value < 0 else value))

        return fit(index.start, most if step < 0 else least), fit(index.stop, least if step < 0 else most), step

    def index(self, value):
        if value not in self:
            raise ValueError("%r is not in range" % (value,))
        return (int(value) - self.start) // self.step

    def count(self, value):
        return int(value in self)

    def _key(self):
        if not self._count:
            return (0,)
        return (self._count, self.start, None if self._count == 1 else self.step)

    def __eq__(self, other):
        return isinstance(other, Range) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        step = "" if self.step == 1 else ", %d" % self.step
        return "range(%d, %d%s)" % (self.start, self.stop, step)


Range.__name__ = Range.__qualname__ = "range"
