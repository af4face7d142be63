# unittest.mock: coroutines, specifications, files.

from _mock_asserts import _expected, _same
from unittest.mock import (
    _CallList,
    _Call,
    _coroutine_function,
    _MagicMixin,
    DEFAULT,
    MagicMock,
    Mock,
    NonCallableMagicMock,
    NonCallableMock,
)

# where the classes say that they are from
__name__ = "unittest.mock"


def _is_coroutine_function(function):
    return type(function) is _coroutine_function


class AsyncMock(_MagicMixin, Mock):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["await_count"] = 0
        self.__dict__["await_args"] = None
        self.__dict__["await_args_list"] = _CallList()

    def __call__(self, *args, **kwargs):
        if self._mock_check is not None:
            self._mock_check.bind(*args, **kwargs)
        self._note(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        state = self.__dict__
        made = _Call((args, kwargs), two=True)
        state["await_count"] += 1
        state["await_args"] = made
        state["await_args_list"].append(made)
        try:
            result = self._answer(args, kwargs)
        except StopIteration:
            raise StopAsyncIteration
        effect = self._mock_effect
        return await result if _is_coroutine_function(effect) else result

    def _kind_of_child(self, name):
        return MagicMock if name == "()" else AsyncMock

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError("Expected %s to have been awaited." % (self._mock_name or "mock"))

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(
                "Expected %s to have been awaited once. Awaited %d times." % (self._mock_name or "mock", self.await_count)
            )

    def assert_awaited_with(self, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError("Expected await: %s\nNot awaited" % _expected(self, args, kwargs))
        if not _same(self, (args, kwargs), self.await_args):
            raise AssertionError(
                "expected await not found.\nExpected: %s\nActual: %s" % (_expected(self, args, kwargs), _expected(self, *self.await_args))
            )

    def assert_awaited_once_with(self, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, *args, **kwargs):
        if not any([_same(self, (args, kwargs), one) for one in self.await_args_list]):
            raise AssertionError("%s await not found" % _expected(self, args, kwargs))

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(
                "Expected %s to not have been awaited. Awaited %d times." % (self._mock_name or "mock", self.await_count)
            )


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock) and child._mock_parent is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    from inspect import signature

    name = kwargs.pop("name", getattr(spec, "__name__", None))
    if _is_coroutine_function(spec):
        made = AsyncMock(name=name, **kwargs)
    else:
        kind = MagicMock if callable(spec) and not instance or hasattr(spec, "__call__") else NonCallableMagicMock
        made = kind(spec=spec, spec_set=spec if spec_set else None, name=name, **kwargs)
    if isinstance(spec, type):
        if not instance:
            made.__dict__["_mock_check"] = _signature_of(spec, signature)
            made.return_value = create_autospec(spec, spec_set, True, name="()")
        for name in dir(spec):
            found = getattr(spec, name, None)
            if name[:1] != "_" and callable(found) and not isinstance(found, type):
                child = create_autospec(found, name=name)
                if instance and not isinstance(spec.__dict__.get(name), staticmethod):
                    child.__dict__["_mock_check"] = _without_self(child._mock_check)
                setattr(made, name, child)
    elif callable(spec):
        made.__dict__["_mock_check"] = _signature_of(spec, signature)
        made.__dict__["_mock_methods"] = None
    return made


def _signature_of(spec, signature):
    try:
        return signature(spec)
    except (TypeError, ValueError):
        return None


def _without_self(check):
    if check is None or not check.parameters:
        return check
    return check.replace(parameters=list(check.parameters.values())[1:])


def mock_open(mock=None, read_data=""):
    kind = type(read_data)
    mock = MagicMock(name="open") if mock is None else mock
    handle = MagicMock()
    place = [None]

    def begin(*args, **kwargs):
        import io

        place[0] = io.StringIO(read_data) if kind is str else io.BytesIO(read_data)
        return DEFAULT

    begin()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = _reading(place, name)
    handle.__iter__.side_effect = lambda: iter(place[0])
    mock.side_effect = begin
    mock.return_value = handle
    return mock


def _reading(place, name):
    return lambda *args: getattr(place[0], name)(*args)
