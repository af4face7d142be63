# collections.Counter.

# where the classes say that they are from
__name__ = "collections"

_missing = object()


def _count(counts, iterable):
    get = counts.get
    for item in iterable:
        counts[item] = get(item, 0) + 1


class Counter(dict):
    def __init__(self, iterable=None, **kwargs):
        super().__init__()
        self.update(iterable, **kwargs)

    def __getitem__(self, key):
        value = self.get(key, _missing)
        return self.__missing__(key) if value is _missing else value

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def update(self, iterable=None, **kwargs):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                if self:
                    get = self.get
                    for item, count in iterable.items():
                        self[item] = count + get(item, 0)
                else:
                    super().update(iterable.items())
            else:
                counts = dict(self.items())
                _count(counts, iterable)
                super().update(counts)
        if kwargs:
            self.update(kwargs)

    def subtract(self, iterable=None, **kwargs):
        if iterable is not None:
            get = self.get
            if hasattr(iterable, "items"):
                for item, count in iterable.items():
                    self[item] = get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwargs:
            self.subtract(kwargs)

    def most_common(self, n=None):
        items = sorted(self.items(), key=_second, reverse=True)
        if n is None:
            return items
        return items[:n] if n > 0 else []

    def elements(self):
        for item, count in self.items():
            for _ in range(count):
                yield item

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    # An empty counter of this kind; what follows fills it.
    def _new(self):
        return Counter()

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count += other[item]
            if count > 0:
                result[item] = count
        for item, count in other.items():
            if item not in self and count > 0:
                result[item] = count
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count -= other[item]
            if count > 0:
                result[item] = count
        for item, count in other.items():
            if item not in self and count < 0:
                result[item] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count = max(count, other[item])
            if count > 0:
                result[item] = count
        for item, count in other.items():
            if item not in self and count > 0:
                result[item] = count
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count = min(count, other[item])
            if count > 0:
                result[item] = count
        return result

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep(self, result):
        self.clear()
        super().update(result.items())
        return self

    def __iadd__(self, other):
        return self._keep(self + other)

    def __isub__(self, other):
        return self._keep(self - other)

    def __ior__(self, other):
        return self._keep(self | other)

    def __iand__(self, other):
        return self._keep(self & other)

    def __eq__(self, other):
        if isinstance(other, Counter):
            return all([self[key] == other[key] for key in self]) and all([key in self or not other[key] for key in other])
        return isinstance(other, dict) and dict(self.items()) == other

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] <= other[key] for key in self]) and all([key in self or 0 <= other[key] for key in other])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other < self

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + "()"
        try:
            items = self.most_common()
        except TypeError:
            items = self.items()
        return "%s({%s})" % (name, ", ".join([repr(key) + ": " + repr(value) for key, value in items]))

    __str__ = __repr__


def _second(pair):
    return pair[1]
