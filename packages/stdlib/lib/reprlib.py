# Representations of limited length, and of what holds itself.
from builtins import repr as _repr


class Repr:
    def __init__(self):
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40
        self.fillvalue = "..."

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__
        method = getattr(self, "repr_" + name, None)
        return method(x, level) if method is not None else self.repr_instance(x, level)

    def _items(self, x, level, opening, closing, most, trailing=""):
        if level <= 0 and x:
            return opening + self.fillvalue + closing
        parts = []
        for item in x:
            if len(parts) == most:
                parts.append(self.fillvalue)
                break
            parts.append(self.repr1(item, level - 1))
        return opening + ", ".join(parts) + (trailing if len(x) == 1 else "") + closing

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_set(self, x, level):
        return self._items(_sorted(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(_sorted(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        parts = []
        for key in _sorted(x):
            if len(parts) == self.maxdict:
                parts.append(self.fillvalue)
                break
            parts.append("%s: %s" % (self.repr1(key, level - 1), self.repr1(x[key], level - 1)))
        return "{" + ", ".join(parts) + "}"

    def _short(self, text, most):
        if len(text) <= most:
            return text
        head = max(0, (most - 3) // 2)
        tail = max(0, most - 3 - head)
        return text[:head] + self.fillvalue + text[len(text) - tail :]

    def repr_str(self, x, level):
        text = _repr(x[: self.maxstring])
        if len(text) <= self.maxstring and len(x) <= self.maxstring:
            return text
        head = max(0, (self.maxstring - 3) // 2)
        tail = max(0, self.maxstring - 3 - head)
        text = _repr(x[:head] + x[len(x) - tail :])
        return text[:head] + self.fillvalue + text[len(text) - tail :]

    def repr_int(self, x, level):
        return self._short(_repr(x), self.maxlong)

    def repr_instance(self, x, level):
        return self._short(_repr(x), self.maxother)


def _sorted(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr


def recursive_repr(fillvalue="..."):
    def decorate(function):
        running = []

        def wrapper(self):
            if id(self) in running:
                return fillvalue
            running.append(id(self))
            try:
                return function(self)
            finally:
                running.remove(id(self))

        return wrapper

    return decorate
