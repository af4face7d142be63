# Objects that note how they are used. Each is of a class of its own, where its special methods lie.

from _lazy import lazy as _lazy
from _native import bind_method


async def _nothing():
    pass


_coroutine_function = type(_nothing)


def _is_coroutine_function(function):
    return type(function) is _coroutine_function


__all__ = (
    "Mock",
    "MagicMock",
    "patch",
    "sentinel",
    "DEFAULT",
    "ANY",
    "call",
    "create_autospec",
    "AsyncMock",
    "FILTER_DIR",
    "NonCallableMock",
    "NonCallableMagicMock",
    "mock_open",
    "PropertyMock",
    "seal",
)

FILTER_DIR = True


class InvalidSpecError(Exception):
    pass


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name


class _Sentinels:
    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        made = self.__dict__[name] = _Sentinel(name)
        return made


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _shown(name, args, kwargs):
    parts = [repr(arg) for arg in args] + ["%s=%r" % item for item in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(parts))


# A call: (name, args, kwargs), where a pair has no name. Equal to tuples that leave out what is empty.
class _Call(tuple):
    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        name, args, kwargs = _parts(value, name)
        made = tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))
        made._name, made._parent, made._from_kall = name, parent, from_kall
        return made

    def __init__(self, *args, **kwargs):
        pass

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        if len(other) > 3:
            return False
        name, args, kwargs = _parts(tuple(self), "")
        other_name, other_args, other_kwargs = _parts(tuple(other), "")
        if name and other_name and name != other_name:
            return False
        return (args, kwargs) == (other_args, other_kwargs)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(repr(self))

    def __call__(self, *args, **kwargs):
        return _Call((self._name or "", args, kwargs), parent=self)

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        whole = self._name or ""
        if self._parent is not None or (not self._from_kall and not whole):
            # call(1).name
            whole = whole + "()" if self._parent is not None else whole
        return _Call((whole + "." + name if whole else name, (), {}), from_kall=False)

    def __repr__(self):
        name = self._name or "call"
        if name != "call":
            name = "call" + name if name.startswith("()") else "call." + name
        if len(self) == 3 and not self._from_kall and self._parent is None:
            return name
        return _shown(name, self[-2], self[-1])


def _parts(value, name):
    args, kwargs = (), {}
    for part in value:
        if isinstance(part, str):
            name = part
        elif isinstance(part, dict):
            kwargs = part
        else:
            args = part
    return name, args, kwargs


call = _Call(from_kall=False)


class _CallList(list):
    def __repr__(self):
        from pprint import pformat

        return pformat(list(self))

    __str__ = __repr__

    def __contains__(self, value):
        if not isinstance(value, list):
            return any([item == value for item in self])
        count = len(value)
        return any([list(self[i : i + count]) == value for i in range(len(self) - count + 1)])


_magic_defaults = {
    "__lt__": NotImplemented,
    "__gt__": NotImplemented,
    "__le__": NotImplemented,
    "__ge__": NotImplemented,
    "__int__": 1,
    "__contains__": False,
    "__len__": 0,
    "__exit__": False,
    "__complex__": 1j,
    "__float__": 1.0,
    "__bool__": True,
    "__index__": 1,
}
def _is_magic(name):
    return name[:2] == "__" and name[-2:] == "__"


def _is_exception(value):
    return isinstance(value, BaseException) or (isinstance(value, type) and issubclass(value, BaseException))


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        own = type(cls.__name__, (cls,), {"__module__": cls.__module__})
        return object.__new__(own)

    def __init__(
        self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, unsafe=False, parent=None, **kwargs
    ):
        state = self.__dict__
        state["_mock_parent"] = parent
        state["_mock_name"] = name
        state["_mock_wraps"] = wraps
        state["_mock_sealed"] = False
        state["_mock_unsafe"] = unsafe
        state["_mock_children"] = {}
        state["_mock_return"] = return_value
        state["_mock_effect"] = None
        state["_mock_check"] = None
        self._mock_add_spec(spec if spec_set is None else spec_set, spec_set is not None)
        self._forget()
        self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set):
        state = self.__dict__
        state["_spec_set"] = spec_set
        if spec is None:
            state["_mock_methods"] = None
        else:
            state["_mock_methods"] = list(spec) if isinstance(spec, (list, tuple)) else dir(spec) + list(getattr(spec, "__annotations__", ()))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def _forget(self):
        state = self.__dict__
        state["called"] = False
        state["call_count"] = 0
        state["call_args"] = None
        state["call_args_list"] = _CallList()
        state["mock_calls"] = _CallList()
        state["method_calls"] = _CallList()

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        self._forget()
        if return_value:
            self.__dict__["_mock_return"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_effect"] = None
        for child in list(self._mock_children.values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        returned = self._mock_return
        if isinstance(returned, NonCallableMock) and returned is not self:
            returned.reset_mock()

    def configure_mock(self, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            parts = path.split(".")
            owner = self
            for part in parts[:-1]:
                owner = getattr(owner, part)
            setattr(owner, parts[-1], value)

    def attach_mock(self, mock, attribute):
        mock.__dict__["_mock_parent"] = None
        mock.__dict__["_mock_name"] = None
        setattr(self, attribute, mock)

    def _whole_name(self):
        parts = []
        one = self
        while one._mock_parent is not None:
            parts.append(one._mock_name or "")
            one = one._mock_parent
        text = one._mock_name or ("mock" if parts else "")
        for part in reversed(parts):
            text += part if part[:2] == "()" or not text else "." + part
        return text

    def _kind_of_child(self, name):
        return _kinds.get(type(self).__name__, Mock)

    def _get_child_mock(self, **kwargs):
        return self._kind_of_child(kwargs.get("name"))(**kwargs)

    @property
    def return_value(self):
        if self._mock_return is DEFAULT:
            self.__dict__["_mock_return"] = self._get_child_mock(parent=self, name="()")
        return self._mock_return

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return"] = value
        _adopt(self, value, "()")

    @property
    def side_effect(self):
        return self._mock_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__["_mock_effect"] = value

    def __getattr__(self, name):
        if name[:6] == "_mock_" or name == "_spec_set":
            raise AttributeError(name)
        if _is_magic(name):
            raise AttributeError(name)
        if name[:6] == "assert":
            from _mock_asserts import Asserts

            if name in Asserts.__dict__:
                return bind_method(Asserts.__dict__[name], self)
        methods = self._mock_methods
        if methods is not None and name not in methods:
            raise AttributeError("Mock object has no attribute %r" % name)
        if not self._mock_unsafe and (methods is None or name not in methods):
            if name[:6] in ("assert", "assret") or name[:5] in ("asert", "assrt") or name[:6] == "aseert" or name in ("called_once", "called_with", "not_called", "has_calls", "called_once_with"):
                raise AttributeError(
                    "%r is not a valid assertion. Use a spec for the mock if %r is meant to be an attribute." % (name, name)
                )
        if self._mock_sealed:
            raise AttributeError((self._whole_name() or "mock") + "." + name)
        wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
        child = self._get_child_mock(parent=self, name=name, wraps=wraps)
        self._mock_children[name] = child
        self.__dict__[name] = child
        return child

    def __setattr__(self, name, value):
        kind = type(self)
        if name in ("return_value", "side_effect"):
            getattr(NonCallableMock, name).fset(self, value)
            return
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if _is_magic(name) and name not in ("__class__", "__dict__", "__name__", "__doc__", "__module__", "__qualname__"):
            if isinstance(value, NonCallableMock):
                setattr(kind, name, _forwarded(value))
                _adopt(self, value, name)
            else:
                setattr(kind, name, value)
        elif isinstance(value, PropertyMock):
            setattr(kind, name, value)
            return
        elif isinstance(value, NonCallableMock):
            _adopt(self, value, name)
            self._mock_children[name] = value
        self.__dict__[name] = value

    def __delattr__(self, name):
        if name in self._mock_children:
            del self._mock_children[name]
        elif name not in self.__dict__ and self._mock_methods is not None:
            raise AttributeError(name)
        self.__dict__.pop(name, None)
        if self._mock_methods is None:
            self.__dict__["_mock_methods"] = _AllBut(name)
        elif isinstance(self._mock_methods, _AllBut):
            self._mock_methods.names.append(name)
        else:
            self._mock_methods.remove(name)

    def __repr__(self):
        name = self._whole_name()
        return "<%s%s id='%d'>" % (type(self).__name__, " name=%r" % name if name else "", id(self))

    def __dir__(self):
        return sorted(set(self.__dict__) | set(dir(type(self))))

    def _note(self, args, kwargs):
        state = self.__dict__
        made = _Call((args, kwargs), two=True)
        state["called"] = True
        state["call_count"] += 1
        state["call_args"] = made
        state["call_args_list"].append(made)
        state["mock_calls"].append(_Call(("", args, kwargs)))
        one, name = self, ""
        methods = True
        while one._mock_parent is not None:
            part = one._mock_name or ""
            name = part + ("" if not name or name[:2] == "()" else ".") + name
            methods = methods and "()" not in name
            one = one._mock_parent
            noted = _Call((name, args, kwargs))
            one.mock_calls.append(noted)
            if methods:
                one.method_calls.append(noted)


class _AllBut:
    def __init__(self, name):
        self.names = [name]

    def __contains__(self, name):
        return name not in self.names


def _adopt(parent, value, name):
    if not isinstance(value, NonCallableMock) or value._mock_parent is not None or value._mock_name:
        return
    above = parent
    while above is not None:
        if above is value:
            return
        above = above._mock_parent
    value.__dict__["_mock_parent"] = parent
    value.__dict__["_mock_name"] = name


def _forwarded(mock):
    return lambda self, *args, **kwargs: mock(*args, **kwargs)


class Mock(NonCallableMock):
    def __call__(self, *args, **kwargs):
        if self._mock_check is not None:
            self._mock_check.bind(*args, **kwargs)
        self._note(args, kwargs)
        return self._answer(args, kwargs)

    def _answer(self, args, kwargs):
        effect = self._mock_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


# The mock behind a special method, which its object makes when it is first asked for.
def _magic(name):
    def method(self, *args, **kwargs):
        return self.__dict__[name](*args, **kwargs)

    return method


# The names of all of them; the first mock that needs them makes the methods.
def _magic_names():
    if not _names:
        signs = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "matmul", "lshift", "rshift")
        others = "iter enter getitem setitem delitem str round reversed aenter aexit neg pos invert divmod".split()
        _names.extend(_magic_defaults)
        _names.extend(["__%s__" % name for name in others])
        _names.extend(["__%s%s__" % (kind, sign) for sign in signs for kind in ("", "r", "i")])
        for name in _names:
            setattr(_MagicMixin, name, _magic(name))
    return _names


_names = []


class _MagicMixin:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        methods = self._mock_methods
        for name in _magic_names():
            if methods is None or name in methods:
                child = _MagicChild(self, name)
                self.__dict__[name] = child


# A mock of which there are many, and few are used: what it lacks comes with its first use.
class _MagicChild:
    def __init__(self, parent, name):
        self.__dict__["_made"] = None
        self.__dict__["_parts"] = parent, name

    def _mock(self):
        if self._made is None:
            parent, name = self._parts
            kind = MagicMock
            if name in ("__aenter__", "__aexit__"):
                from _mock_more import AsyncMock as kind
            made = self.__dict__["_made"] = kind(parent=parent, name=name)
            if name in _magic_defaults:
                made.return_value = _magic_defaults[name]
            elif name == "__iter__" or name == "__reversed__":
                made.return_value = _Empty()
            elif name == "__str__":
                made.return_value = repr(parent)
            elif name == "__aexit__":
                made.return_value = False
        return self._made

    def __call__(self, *args, **kwargs):
        result = self._mock()(*args, **kwargs)
        if self._parts[1] == "__iter__":
            return iter(result)
        return result

    def __getattr__(self, name):
        return getattr(self._mock(), name)

    def __setattr__(self, name, value):
        setattr(self._mock(), name, value)

    def __repr__(self):
        return repr(self._mock())


# iter() of it is empty each time
class _Empty:
    def __iter__(self):
        return iter(())


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    pass


class MagicMock(_MagicMixin, Mock):
    pass


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


_kinds = {"MagicMock": MagicMock, "NonCallableMagicMock": MagicMock}

# Those that many tests do without.
__getattr__ = _lazy(
    globals(),
    {
        "_mock_more": ("AsyncMock", "create_autospec", "mock_open", "seal"),
        "_mock_patch": ("patch",),
    },
)
