# What source calls that the frontend has lowered (packages/micropython-wasm/src/frontend/lower.ts). The names are builtins.

import builtins


def __unpack_list__(parts):
    values = []
    for part in parts:
        values.extend(part)
    return values


def __unpack_tuple__(parts):
    return tuple(__unpack_list__(parts))


def __unpack_set__(parts):
    values = set()
    for part in parts:
        values.update(part)
    return values


def __unpack_dict__(parts):
    values = {}
    for part in parts:
        if not isinstance(part, dict):
            if not hasattr(part, "keys"):
                raise TypeError("'%s' object is not a mapping" % type(part).__name__)
            part = {key: part[key] for key in part.keys()}
        values.update(part)
    return values


def __decorator__(function):
    return function


# An annotation, or its text where it cannot be evaluated here.
def __annotation__(value, text):
    try:
        return value()
    except (TypeError, NameError, AttributeError):
        return text


def __type_alias__(value):
    return __annotation__(value, None)


# Local names of a function: their values, where they are bound.
def __locals__(**names):
    found = {}
    for name, value in names.items():
        try:
            found[name] = value()
        except NameError:
            pass
    return found


def __local__(**names):
    for name, value in names.items():
        try:
            return value()
        except NameError:
            pass
        raise UnboundLocalError("cannot access local variable '%s' where it is not associated with a value" % name)


def __except_star__():
    from _groups import ExceptStar

    return ExceptStar()


# Asynchronous generators. To MicroPython they are generators, from which also comes what they await: their values are wrapped.


class AsyncValue:
    def __init__(self, value):
        self.value = value


__async_value__ = AsyncValue


class AsyncGenerator:
    def __init__(self, generator):
        self._generator = generator

    def __aiter__(self):
        return self

    def __anext__(self):
        return self._step(self._generator.send, None)

    def asend(self, value):
        return self._step(self._generator.send, value)

    def athrow(self, *error):
        return self._step(self._generator.throw, *error)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit())
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("async generator ignored GeneratorExit")

    def _step(self, resume, *args):
        generator = self._generator
        try:
            got = resume(*args)
            while not isinstance(got, AsyncValue):
                try:
                    sent = yield got
                except BaseException as error:
                    got = generator.throw(error)
                else:
                    got = generator.send(sent)
        except StopIteration:
            raise StopAsyncIteration
        return got.value


generator_type = type((lambda: (yield))())


def __async_iterable__(value):
    if type(value) is not generator_type:
        make = getattr(value, "__aiter__", None)
        if make is None:
            name = type(value).__name__
            raise TypeError("'async for' requires an object with __aiter__ method, got %s" % name)
        value = make()
    return AsyncGenerator(value) if type(value) is generator_type else AsyncIterator(value)


# `async for` asks for the iterator, which it has here already.
class AsyncIterator:
    def __init__(self, iterator):
        self._iterator = iterator

    def __aiter__(self):
        return self

    def __anext__(self):
        return self._iterator.__anext__()


def __async_generator__(function):
    def make(*args, **kwargs):
        return AsyncGenerator(function(*args, **kwargs))

    return make


# Comprehensions that wait. A body gives None, or what is to be awaited, which gives the same.


async def __loop__(is_async, iterable, body):
    if is_async:
        async for item in __async_iterable__(iterable):
            left = body(item)
            while left is not None:
                left = await left
    else:
        for item in iterable:
            left = body(item)
            while left is not None:
                left = await left


async def __comprehension__(kind, is_async, iterable, make_body):
    if kind == "dict":
        values = {}

        def add(key, value):
            values[key] = value

    else:
        values = [] if kind == "list" else set()
        add = values.append if kind == "list" else values.add
    await __loop__(is_async, iterable, make_body(add))
    return values


# match


def __match_sequence__(subject, count, more):
    if not isinstance(subject, (list, tuple)):
        if isinstance(subject, (str, bytes, bytearray, dict, set, frozenset)):
            return False
        if not is_sequence(subject):
            return False
    size = len(subject)
    return size >= count if more else size == count


def is_sequence(subject):
    kind = type(subject)
    if kind is range or kind is memoryview or kind.__name__ in ("array", "deque"):
        return True
    try:
        from collections.abc import Sequence
    except ImportError:
        return False
    return isinstance(subject, Sequence)


def __match_rest__(subject, start, after):
    return [subject[index] for index in range(start, len(subject) - after)]


# The values of the keys, and a dict of the others; None where a key is missing.
def __match_mapping__(subject, keys, rest):
    if not isinstance(subject, dict) and not is_mapping(subject):
        return None
    found = []
    for key in keys:
        if isinstance(subject, dict):
            if key not in subject:
                return None
            found.append(subject[key])
        else:
            value = subject.get(key, missing)
            if value is missing:
                return None
            found.append(value)
    found.append({key: subject[key] for key in subject.keys() if key not in keys} if rest else True)
    return found


missing = []


def is_mapping(subject):
    if not (hasattr(subject, "keys") and hasattr(subject, "get")):
        return False
    try:
        from collections.abc import Mapping
    except ImportError:
        return True
    return isinstance(subject, Mapping)


itself = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


# The attributes that the patterns are for, and True; None where the subject does not match.
def __match_class__(subject, kind, count, keywords):
    if not isinstance(kind, type):
        raise TypeError("called match pattern must be a type")
    # True is an int, but not to MicroPython
    if not isinstance(subject, kind) and not (kind is int and isinstance(subject, bool)):
        return None
    found = []
    if count:
        names = getattr(kind, "__match_args__", None)
        if names is None:
            allowed = 1 if issubclass(kind, itself) else 0
            if count > allowed:
                plural = "" if allowed == 1 else "s"
                raise TypeError(
                    "%s() accepts %d positional sub-pattern%s (%d given)" % (kind.__name__, allowed, plural, count)
                )
            found.append(subject)
        else:
            if not isinstance(names, tuple):
                raise TypeError(
                    "%s.__match_args__ must be a tuple (got %s)" % (kind.__name__, type(names).__name__)
                )
            if count > len(names):
                plural = "" if len(names) == 1 else "s"
                raise TypeError(
                    "%s() accepts %d positional sub-pattern%s (%d given)" % (kind.__name__, len(names), plural, count)
                )
            for name in names[:count]:
                if name in keywords:
                    raise TypeError("%s() got multiple sub-patterns for attribute '%s'" % (kind.__name__, name))
                if not hasattr(subject, name):
                    return None
                found.append(getattr(subject, name))
    for name in keywords:
        if not hasattr(subject, name):
            return None
        found.append(getattr(subject, name))
    found.append(True)
    return found


for name in (
    "__unpack_list__",
    "__unpack_tuple__",
    "__unpack_set__",
    "__unpack_dict__",
    "__decorator__",
    "__annotation__",
    "__type_alias__",
    "__async_generator__",
    "__async_iterable__",
    "__async_value__",
    "__comprehension__",
    "__except_star__",
    "__local__",
    "__locals__",
    "__loop__",
    "__match_sequence__",
    "__match_rest__",
    "__match_mapping__",
    "__match_class__",
):
    setattr(builtins, name, globals()[name])
