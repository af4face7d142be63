WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            _set(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            _set(wrapper, key, value)
    _set(wrapper, "__wrapped__", wrapped)
    return wrapper


def _set(wrapper, name, value):
    try:
        setattr(wrapper, name, value)
    except AttributeError:
        pass


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, iterable, initial=_missing):
    items = iter(iterable)
    if initial is _missing:
        value = next(items, _missing)
        if value is _missing:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


class partial:
    def __init__(self, func, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            merged = dict(func.keywords)
            merged.update(keywords)
            func, keywords = func.func, merged
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        if self.keywords:
            merged = dict(self.keywords)
            merged.update(keywords)
            keywords = merged
        return self.func(*(self.args + args), **keywords)

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args]
        parts += [name + "=" + repr(value) for name, value in self.keywords.items()]
        return "functools.partial(%s)" % ", ".join(parts)


class partialmethod:
    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if instance is None:
            return partial(self.func, *self.args, **self.keywords)
        func = self.func
        if hasattr(func, "__get__") and not callable(func):
            func = func.__get__(instance, owner)
            return partial(func, *self.args, **self.keywords)
        return partial(func, instance, *self.args, **self.keywords)


# What a decorator here returns where CPython has a function: an object with attributes, which binds as a function does.
class _Function:
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _Bound(self, instance)

    def __repr__(self):
        return repr(self.__wrapped__)


class _Bound:
    def __init__(self, function, instance):
        self.__func__ = function
        self.__self__ = instance

    def __call__(self, *args, **kwargs):
        return self.__func__(self.__self__, *args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__func__, name)


class _CacheInfo:
    _fields = ("hits", "misses", "maxsize", "currsize")

    def __init__(self, *values):
        self.hits, self.misses, self.maxsize, self.currsize = values

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))

    def __getitem__(self, index):
        return tuple(self)[index]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


# Between positional and keyword arguments in a key.
_keywords = object()


class _Cached(_Function):
    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._values = {}
        self._hits = 0
        self._misses = 0
        update_wrapper(self, function)

    def __call__(self, *args, **kwargs):
        if kwargs or self._typed:
            key = self._key(args, kwargs)
        elif len(args) == 1 and isinstance(args[0], (int, str)):
            key = args[0]
        else:
            key = args
        values = self._values
        value = values.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                # to the end: what was used last is dropped last
                values.pop(key, None)
                values[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **kwargs)
        maxsize = self._maxsize
        if maxsize is None:
            values[key] = value
        elif maxsize > 0:
            if len(values) >= maxsize and key not in values:
                values.pop(next(iter(values)))
            values[key] = value
        return value

    def _key(self, args, kwargs):
        key = args
        if kwargs:
            key += (_keywords,)
            for item in kwargs.items():
                key += item
        if self._typed:
            key += tuple([type(arg) for arg in args]) + tuple([type(value) for value in kwargs.values()])
        return key

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._values))

    def cache_clear(self):
        self._values.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _Cached(maxsize, 128, False)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        maxsize = max(maxsize, 0)
    return lambda function: _Cached(function, maxsize, typed)


def cache(user_function):
    return _Cached(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = getattr(func, "__doc__", None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names (%r and %r)." % (self.attrname, name)
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value


def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def _not(value):
    return value if value is NotImplemented else not value


# How each comparison follows from the one that a class has.
def _less(cls):
    return {
        "__gt__": lambda self, other: _not(self.__lt__(other)) and self != other,
        "__le__": lambda self, other: self.__lt__(other) or self == other,
        "__ge__": lambda self, other: _not(self.__lt__(other)),
    }


def _less_or_equal(cls):
    return {
        "__ge__": lambda self, other: _not(self.__le__(other)) or self == other,
        "__lt__": lambda self, other: self.__le__(other) and self != other,
        "__gt__": lambda self, other: _not(self.__le__(other)),
    }


def _greater(cls):
    return {
        "__lt__": lambda self, other: _not(self.__gt__(other)) and self != other,
        "__ge__": lambda self, other: self.__gt__(other) or self == other,
        "__le__": lambda self, other: _not(self.__gt__(other)),
    }


def _greater_or_equal(cls):
    return {
        "__le__": lambda self, other: _not(self.__ge__(other)) or self == other,
        "__gt__": lambda self, other: self.__ge__(other) and self != other,
        "__lt__": lambda self, other: _not(self.__ge__(other)),
    }


def total_ordering(cls):
    roots = (("__lt__", _less), ("__le__", _less_or_equal), ("__gt__", _greater), ("__ge__", _greater_or_equal))
    defined = [name for name, _ in roots if _defines(cls, name)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, derive in roots:
        if name == defined[0]:
            for derived, function in derive(cls).items():
                if derived not in defined:
                    setattr(cls, derived, function)
    return cls


def _defines(cls, name):
    while cls is not object:
        if name in cls.__dict__:
            return True
        if not cls.__bases__:
            return False
        for base in cls.__bases__[1:]:
            if _defines(base, name):
                return True
        cls = cls.__bases__[0]
    return False


def _lineage(cls):
    order = getattr(cls, "__mro__", None)
    if order is not None:
        return order
    found = [bool, int] if cls is bool else [cls]
    for base in getattr(cls, "__bases__", ()):
        found += [kind for kind in _lineage(base) if kind not in found]
    if object not in found:
        found.append(object)
    return found


class _Dispatcher(_Function):
    def __init__(self, function):
        self.registry = {object: function}
        update_wrapper(self, function)

    def dispatch(self, cls):
        registry = self.registry
        for kind in _lineage(cls):
            if kind in registry:
                if kind is not object:
                    return registry[kind]
                break
        for kind in registry:
            # abstract classes are in no lineage
            try:
                if kind is not object and issubclass(cls, kind):
                    return registry[kind]
            except TypeError:
                pass
        return registry[object]

    def register(self, cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda function: self.register(cls, function)
            annotations = list(getattr(cls, "__annotations__", {}).values())
            if not annotations:
                raise TypeError(
                    "Invalid first argument to `register()`: %r. Use either `@register(some_class)` or plain `@register` on an annotated function."
                    % (cls,)
                )
            cls, func = annotations[0], cls
        for kind in getattr(cls, "__args__", (cls,)):
            self.registry[kind] = func
        return func

    def __call__(self, *args, **kwargs):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % getattr(self, "__name__", "singledispatch function"))
        return self.dispatch(type(args[0]))(*args, **kwargs)


def singledispatch(func):
    return _Dispatcher(func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = _Dispatcher(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **kwargs):
            function = dispatch(type(args[0]))
            if hasattr(function, "__get__") and not callable(function):
                return function.__get__(instance, owner)(*args, **kwargs)
            return function(instance, *args, **kwargs)

        return method
