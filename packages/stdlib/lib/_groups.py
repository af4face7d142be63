# ExceptionGroup, BaseExceptionGroup, and what `except*` becomes (packages/micropython-wasm/src/frontend/lowerExceptStar.ts). Imported where a program first names one of them.


def _condition(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda error: isinstance(error, condition)
    if isinstance(condition, tuple) and all([isinstance(kind, type) and issubclass(kind, BaseException) for kind in condition]):
        return lambda error: isinstance(error, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


class BaseExceptionGroup(BaseException):
    def __new__(cls, *args):
        if len(args) != 2:
            raise TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)" % len(args))
        message, exceptions = args
        if not isinstance(message, str):
            raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not %s" % type(message).__name__)
        if not hasattr(exceptions, "__getitem__") or isinstance(exceptions, (str, dict)):
            raise TypeError("second argument (exceptions) must be a sequence")
        if not exceptions:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for i, error in enumerate(exceptions):
            if not isinstance(error, BaseException):
                raise ValueError("Item %d of second argument (exceptions) is not an exception" % i)
        plain = all([isinstance(error, Exception) for error in exceptions])
        if cls is BaseExceptionGroup and plain:
            cls = ExceptionGroup
        elif issubclass(cls, Exception) and not plain:
            if cls is ExceptionGroup:
                raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
            raise TypeError("Cannot nest BaseExceptions in %r" % cls.__name__)
        self = super().__new__(cls, message, exceptions)
        self.message = message
        self.exceptions = tuple(exceptions)
        return self

    def __init__(self, *args):
        pass

    def __str__(self):
        count = len(self.exceptions)
        return "%s (%d sub-exception%s)" % (self.message, count, "" if count == 1 else "s")

    def derive(self, excs):
        return BaseExceptionGroup(self.message, excs)

    def _derived(self, errors):
        if not errors:
            return None
        group = self.derive(errors)
        group.__cause__ = self.__cause__
        group.__context__ = self.__context__
        group.__suppress_context__ = self.__suppress_context__
        if hasattr(self, "__notes__"):
            group.__notes__ = list(self.__notes__)
        return group

    def subgroup(self, condition):
        return self._split(_condition(condition))[0]

    def split(self, condition):
        return self._split(_condition(condition))

    def _split(self, matches):
        if matches(self):
            return self, None
        matched, rest = [], []
        for error in self.exceptions:
            if isinstance(error, BaseExceptionGroup):
                inner, other = error._split(matches)
                if inner is not None:
                    matched.append(inner)
                if other is not None:
                    rest.append(other)
            elif matches(error):
                matched.append(error)
            else:
                rest.append(error)
        return self._derived(matched), self._derived(rest)

    def __class_getitem__(cls, item):
        from _generic import GenericAlias

        return GenericAlias(cls, item)


class ExceptionGroup(BaseExceptionGroup, Exception):
    pass


BaseExceptionGroup.__module__ = ExceptionGroup.__module__ = "builtins"


class _Skip(BaseException):
    pass


def _leaves(error, found):
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            _leaves(inner, found)
    else:
        found.add(id(error))
    return found


# A `try` with `except*`: its body runs in it, then each handler in `collect()` and `match()`, and the last block's collector raises what is left.
class ExceptStar:
    def __enter__(self):
        self._caught = self._rest = None
        self._handled = []
        self._raised = []
        self._otherwise = None
        return self

    def __exit__(self, kind, error, traceback):
        if isinstance(error, GeneratorExit):
            return False
        self._caught = self._rest = error
        return error is not None

    def collect(self, is_last=False):
        return _Collector(self, is_last)

    def match(self, kinds):
        return _Handler(self, kinds)

    def otherwise(self):
        return _Otherwise(self)

    def at_last(self):
        return _Last(self)

    def finish(self):
        if self._otherwise is not None:
            raise self._otherwise
        if self._caught is None:
            return
        if not isinstance(self._caught, BaseExceptionGroup):
            if self._raised:
                raise self._raised[0]
            if self._rest is not None:
                raise self._rest
            return
        left = set()
        for error in self._handled:
            _leaves(error, left)
        if self._rest is not None:
            _leaves(self._rest, left)
        again = self._caught
        if left != _leaves(again, set()):
            again = again.subgroup(lambda error: not isinstance(error, BaseExceptionGroup) and id(error) in left)
        if self._raised:
            errors = self._raised if again is None else self._raised + [again]
            raise errors[0] if len(errors) == 1 else BaseExceptionGroup("", errors)
        if again is not None:
            raise again


class _Collector:
    def __init__(self, star, is_last):
        self._star = star
        self._is_last = is_last

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        star = self._star
        if error is not None and not isinstance(error, _Skip):
            if error is star.matched:
                star._handled.append(error)
            elif isinstance(error, _Invalid):
                raise error.error
            else:
                if error.__context__ is None:
                    error.__context__ = star.matched
                star._raised.append(error)
        if self._is_last:
            star.finish()
        return True


class _Invalid(BaseException):
    def __init__(self, error):
        self.error = error


class _Handler:
    def __init__(self, star, kinds):
        self._star = star
        self._kinds = kinds

    def __enter__(self):
        star = self._star
        star.matched = None
        rest = star._rest
        if rest is None:
            raise _Skip()
        for kind in self._kinds if isinstance(self._kinds, tuple) else (self._kinds,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise _Invalid(TypeError("catching classes that do not inherit from BaseException is not allowed"))
            if issubclass(kind, BaseExceptionGroup):
                raise _Invalid(TypeError("catching ExceptionGroup with except* is not allowed. Use except instead."))
        if isinstance(rest, BaseExceptionGroup):
            matched, star._rest = rest.split(self._kinds)
        elif isinstance(rest, self._kinds):
            matched, star._rest = BaseExceptionGroup("", (rest,)), None
        else:
            matched = None
        if matched is None:
            raise _Skip()
        star.matched = matched
        return matched

    def __exit__(self, kind, error, traceback):
        return False


# `else`, whose exceptions are no part of the group.
class _Otherwise:
    def __init__(self, star):
        self._star = star

    def __enter__(self):
        self._star.matched = None
        if self._star._caught is not None:
            raise _Skip()

    def __exit__(self, kind, error, traceback):
        self._star._otherwise = error
        if error is not None:
            raise _Skip()
        return False


# `finally`
class _Last:
    def __init__(self, star):
        self._star = star

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if error is None:
            self._star.finish()
        return False
