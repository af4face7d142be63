# Most are generators: nothing of MicroPython's is faster. What checks its arguments does so when it is called, before the first item is asked for.

_missing = object()


class count:
    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") and not isinstance(start, (int, float, complex)):
            raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        # loops are served by a generator, whose place next() of this object shares
        value, step = self._next, self._step
        while True:
            self._next = value + step
            yield value
            value = self._next

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return "count(%r)" % (self._next,)
        return "count(%r, %r)" % (self._next, self._step)


def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(items):
    saved = []
    for item in items:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        if times is not None:
            if not isinstance(times, int):
                raise TypeError("'%s' object cannot be interpreted as an integer" % type(times).__name__)
            times = max(times, 0)
        self._left = times

    def __iter__(self):
        return self

    def __next__(self):
        left = self._left
        if left is not None:
            if left == 0:
                raise StopIteration
            self._left = left - 1
        return self._object

    def __len__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return "repeat(%r)" % (self._object,)
        return "repeat(%r, %d)" % (self._object, self._left)


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(items, func, total):
    if total is None:
        total = next(items, _missing)
        if total is _missing:
            return
    yield total
    if func is None:
        for item in items:
            total = total + item
            yield total
    else:
        for item in items:
            total = func(total, item)
            yield total


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n)


def _batched(items, n):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


class _Chain:
    def __call__(self, *iterables):
        return _chain(iterables)

    def from_iterable(self, iterable):
        return _chain(iterable)

    def __repr__(self):
        return "<class 'itertools.chain'>"


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


chain = _Chain()


def compress(data, selectors):
    return (item for item, chosen in zip(data, selectors) if chosen)


def dropwhile(predicate, iterable):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, items):
    for item in items:
        if not predicate(item):
            yield item
            break
    for item in items:
        yield item


def takewhile(predicate, iterable):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, items):
    for item in items:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    if predicate is None:
        return (item for item in iterable if not item)
    return (item for item in iterable if not predicate(item))


class groupby:
    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key
        self._group = None
        self._found = _missing
        self._value = None

    def __iter__(self):
        return self

    # Reads on; False at the end.
    def _read(self):
        value = next(self._items, _missing)
        if value is _missing:
            self._found = _missing
            return False
        self._value = value
        self._found = value if self._key is None else self._key(value)
        return True

    def __next__(self):
        last = self._group
        self._group = group = object()
        if last is None:
            if not self._read():
                raise StopIteration
        else:
            if self._found is _missing:
                raise StopIteration
            current = self._current
            while self._found == current:
                if not self._read():
                    raise StopIteration
        self._current = self._found
        return self._current, self._grouper(group, self._current)

    def _grouper(self, group, key):
        while self._group is group and self._found is not _missing and self._found == key:
            yield self._value
            if self._group is group:
                self._read()


def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        raise TypeError("islice expected at %s 2 arguments, got %d" % (("least", 1) if not args else ("most", len(args) + 1)))
    start, stop, step = 0, None, 1
    if len(args) == 1:
        stop = args[0]
    else:
        start = 0 if args[0] is None else args[0]
        stop = args[1]
        if len(args) == 3 and args[2] is not None:
            step = args[2]
    if stop is not None and not (isinstance(stop, int) and stop >= 0):
        if len(args) == 1:
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not (isinstance(start, int) and start >= 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not (isinstance(step, int) and step >= 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _islice(items, start, stop, step):
    at = 0
    if stop is None:
        for item in items:
            if at == start:
                yield item
                start += step
            at += 1
        return
    while at < stop:
        item = next(items, _missing)
        if item is _missing:
            return
        if at == start:
            yield item
            start += step
        at += 1


def pairwise(iterable):
    return _pairwise(iter(iterable))


def _pairwise(items):
    before = next(items, _missing)
    for item in items:
        yield before, item
        before = item


def starmap(function, iterable):
    return (function(*args) for args in iterable)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    items = iter(iterable)
    # the newest cell of a chain of [value, next cell]
    first = [None, None]
    return tuple([_Tee(items, first) for _ in range(n)])


class _Tee:
    def __init__(self, items, cell):
        self._items = items
        self._cell = cell

    def __iter__(self):
        return self

    def __next__(self):
        cell = self._cell
        if cell[1] is None:
            cell[0] = next(self._items)
            cell[1] = [None, None]
        self._cell = cell[1]
        return cell[0]

    def __copy__(self):
        return _Tee(self._items, self._cell)


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    active = len(iterators)
    if not active:
        return
    ended = iter(())
    while True:
        values = []
        for i, items in enumerate(iterators):
            value = next(items, _missing)
            if value is _missing:
                if items is not ended:
                    active -= 1
                    if not active:
                        return
                    iterators[i] = ended
                value = fillvalue
            values.append(value)
        yield tuple(values)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _product(pools)


def _product(pools):
    if not all(pools):
        return
    count = len(pools)
    if count == 0:
        yield ()
        return
    if count == 1:
        for a in pools[0]:
            yield (a,)
        return
    if count == 2:
        second = pools[1]
        for a in pools[0]:
            for b in second:
                yield a, b
        return
    last = pools[-1]
    for head in _product(pools[:-1]):
        for item in last:
            yield head + (item,)


def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is not None:
        if not isinstance(r, int):
            raise TypeError("Expected int as r")
        if r < 0:
            raise ValueError("r must be non-negative")
    return _permutations(pool, len(pool) if r is None else r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield pool[:r]
    while n:
        for i in range(r - 1, -1, -1):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices.append(indices.pop(i))
                cycles[i] = n - i
            else:
                j = n - cycles[i]
                indices[i], indices[j] = indices[j], indices[i]
                yield tuple([pool[k] for k in indices[:r]])
                break
        else:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    if r == 2:
        for i in range(n):
            a = pool[i]
            for j in range(i + 1, n):
                yield a, pool[j]
        return
    indices = list(range(r))
    yield pool[:r]
    while True:
        i = r - 1
        while i >= 0 and indices[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        at = indices[i] + 1
        for j in range(i, r):
            indices[j] = at
            at += 1
        yield tuple([pool[k] for k in indices])


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(pool, r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if n == 0 and r > 0:
        return
    indices = [0] * r
    yield tuple([pool[i] for i in indices])
    while True:
        i = r - 1
        while i >= 0 and indices[i] == n - 1:
            i -= 1
        if i < 0:
            return
        indices[i:] = [indices[i] + 1] * (r - i)
        yield tuple([pool[k] for k in indices])
