# Types for readers and checkers: at run time they hold what they were given, and check nothing.

import _generic
from sys import modules as _modules

TYPE_CHECKING = False


def _name_of(parameter):
    if parameter is None or parameter is type(None):
        return "None"
    if parameter is Ellipsis:
        return "..."
    if isinstance(parameter, list):
        return "[%s]" % ", ".join([_name_of(item) for item in parameter])
    if isinstance(parameter, type):
        module = getattr(parameter, "__module__", "builtins")
        name = getattr(parameter, "__qualname__", parameter.__name__)
        return name if module in ("builtins", None) or parameter in _builtin_types else "%s.%s" % (module, name)
    return repr(parameter)


_builtin_types = (int, float, complex, str, bytes, bytearray, bool, list, tuple, dict, set, frozenset, object, type, range)


class _Special:
    """Any, ClassVar, Optional...: what may be followed by parameters, or by `|`."""

    def __init__(self, name, origin=None, make=None):
        self._name = name
        self._origin = origin
        self._make = make

    # The class behind it, or (module, name) of one that is not needed yet.
    @property
    def __origin__(self):
        origin = self._origin
        if type(origin) is tuple:
            __import__(origin[0])
            origin = self._origin = getattr(_modules[origin[0]], origin[1], object)
        return origin

    def __getitem__(self, parameters):
        if self._make is not None:
            return self._make(parameters)
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _Alias(self, [ForwardRef(item) if isinstance(item, str) else item for item in parameters])

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError("Cannot instantiate typing.%s" % self._name)
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, instance):
        if self.__origin__ is None:
            raise TypeError("typing.%s cannot be used with isinstance()" % self._name)
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return "typing." + self._name

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other


def _parameters_of(args):
    found = []
    for arg in args:
        for parameter in (arg,) if isinstance(arg, TypeVar) else getattr(arg, "__parameters__", ()):
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


class _Alias:
    """A special name with its parameters: List[int]."""

    def __init__(self, special, args):
        self._special = special
        self._name = special._name
        self.__args__ = tuple([type(None) if arg is None else arg for arg in args])

    # what Annotated[...] stands for
    _origin = None

    @property
    def __origin__(self):
        if self._origin is not None:
            return self._origin
        origin = self._special.__origin__
        return self._special if origin is None else origin

    @property
    def __parameters__(self):
        return _parameters_of(self.__args__)

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        values = dict(zip(self.__parameters__, parameters))
        return _Alias(self._special, tuple([_substitute(arg, values) for arg in self.__args__]))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        if self._special is Union and type(other).__name__ == "UnionType":
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias) or self.__origin__ is not other.__origin__:
            return False
        if self._special is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self._special is Union:
            return hash(frozenset(self.__args__))
        return hash((self._name, self.__args__))

    def __instancecheck__(self, instance):
        if self._special is Union:
            return isinstance(instance, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        args = self.__args__
        if self._special is Union:
            if len(args) == 2 and type(None) in args:
                return "typing.Optional[%s]" % _name_of(args[0] if args[1] is type(None) else args[1])
            return "typing.Union[%s]" % ", ".join(["NoneType" if arg is type(None) else _name_of(arg) for arg in args])
        if self._name == "Callable":
            head = _name_of(args[0]) if args[0] is Ellipsis else _name_of(list(args[:-1]))
            return "typing.Callable[%s, %s]" % (head, _name_of(args[-1]))
        if self._name == "Literal":
            return "typing.Literal[%s]" % ", ".join([repr(arg) for arg in args])
        if self._name == "Annotated":
            return "typing.Annotated[%s, %s]" % (_name_of(args[0]), ", ".join([repr(arg) for arg in self.__metadata__]))
        if self._name == "Tuple" and not args:
            return "typing.Tuple[()]"
        return "typing.%s[%s]" % (self._name, ", ".join([_name_of(arg) for arg in args]))


def _substitute(arg, values):
    if isinstance(arg, TypeVar):
        return values.get(arg, arg)
    if isinstance(arg, _Parameterized) and arg.__parameters__:
        return _Parameterized(arg.__origin__, tuple([_substitute(item, values) for item in arg.__args__]))
    if isinstance(arg, _Alias) and arg.__parameters__:
        return _Alias(arg._special, tuple([_substitute(item, values) for item in arg.__args__]))
    return arg


def _union(parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not parameters:
        raise TypeError("Cannot take a Union of no types.")
    kinds = []
    for parameter in parameters:
        if parameter is None:
            parameter = type(None)
        elif isinstance(parameter, str):
            parameter = ForwardRef(parameter)
        inner = parameter.__args__ if isinstance(parameter, _Alias) and parameter._special is Union else (parameter,)
        kinds += [kind for kind in inner if kind not in kinds]
    return kinds[0] if len(kinds) == 1 else _Alias(Union, tuple(kinds))


def _callable(parameters):
    if not isinstance(parameters, tuple) or len(parameters) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    head, result = parameters
    return _Alias(Callable, (tuple(head) if isinstance(head, list) else (head,)) + (result,))


def _literal(parameters):
    alias = _Alias(Literal, ())
    alias.__args__ = parameters if isinstance(parameters, tuple) else (parameters,)
    return alias


def _annotated(parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    alias = _Alias(Annotated, parameters[:1])
    alias.__metadata__ = parameters[1:]
    alias._origin = parameters[0]
    return alias


def _tuple(parameters):
    if parameters == ():
        return _Alias(Tuple, ())
    return _Alias(Tuple, parameters if isinstance(parameters, tuple) else (parameters,))


Any = _Special("Any")
Union = _Special("Union", None, _union)


def _optional(parameter):
    if isinstance(parameter, tuple):
        raise TypeError("typing.Optional requires a single type. Got %r." % (parameter,))
    return _union((parameter, None))


Optional = _Special("Optional", None, _optional)
Literal = _Special("Literal", None, _literal)
Annotated = _Special("Annotated", None, _annotated)
Callable = _Special("Callable", None, _callable)
Tuple = _Special("Tuple", tuple, _tuple)
Text = str

_plain = (
    "BinaryIO ClassVar Concatenate Final IO LiteralString Never NoReturn NotRequired ReadOnly Required Self TextIO TypeAlias TypeGuard TypeIs Unpack"
).split()
_builtins = {"Dict": dict, "FrozenSet": frozenset, "List": list, "Set": set, "Type": type}
_collections = {"ChainMap": "ChainMap", "Counter": "Counter", "DefaultDict": "defaultdict", "Deque": "deque", "OrderedDict": "OrderedDict"}
_protocols = (
    "Protocol runtime_checkable SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound"
).split()
_abstract = (
    "AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Collection Container Coroutine Generator Hashable ItemsView "
    "Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Sized ValuesView"
).split()


# The others are made when a program asks for them.
def __getattr__(name):
    if name in _protocols:
        value = getattr(__import__("_typing_protocols"), name)
    elif name == "NamedTuple" or name == "TypedDict":
        value = getattr(__import__("_typing_classes"), name)
    elif name in _plain:
        value = _Special(name)
    else:
        value = _Special(name, _origin(name))
    globals()[name] = value
    return value


# The class of that name, or where it is: only few programs need it.
def _origin(name):
    if name in _builtins:
        return _builtins[name]
    if name in _collections:
        return "collections", _collections[name]
    if name in _abstract:
        return "collections.abc", name
    if name == "AbstractSet":
        return "collections.abc", "Set"
    if name == "ContextManager" or name == "AsyncContextManager":
        return "contextlib", "Abstract" + name
    if name == "Pattern" or name == "Match":
        return "re", name
    from _lazy import missing

    missing("typing", name)


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)


class _Parameterized(_generic.GenericAlias):
    """A class of the program with its parameters: Stack[int]."""

    def __init__(self, origin, args):
        super().__init__(origin, args)
        self.__parameters__ = _parameters_of(self.__args__)

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % self)
        values = dict(zip(self.__parameters__, parameters))
        return _Parameterized(self.__origin__, tuple([_substitute(arg, values) for arg in self.__args__]))

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    # Generic itself is a base where no other is generic
    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            for base in bases:
                if base is not self and isinstance(base, _Parameterized):
                    return ()
        return (self.__origin__,)

    def __instancecheck__(self, item):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__


class Generic:
    # Generic and Protocol; a class takes as many as it says
    _any_parameters = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is not None:
            cls.__parameters__ = _parameters_of(bases)

    @classmethod
    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if not cls.__dict__.get("_any_parameters"):
            known = getattr(cls, "__parameters__", ())
            if not known:
                raise TypeError("%r is not a generic class" % cls)
            if len(known) != len(parameters) and not any([isinstance(item, (ParamSpec, TypeVarTuple)) for item in known]):
                raise TypeError(
                    "Too %s arguments for %r; actual %d, expected %d"
                    % ("many" if len(parameters) > len(known) else "few", cls, len(parameters), len(known))
                )
        return _Parameterized(cls, parameters)


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __or__(self, other):
        return Union[self, other]

    def __repr__(self):
        return "__main__." + self.__name__


class ForwardRef:
    def __init__(self, arg, **options):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__


def cast(typ, val):
    return val


def assert_type(val, typ):
    return val


def assert_never(arg):
    raise AssertionError("Expected code to be unreachable, but got: %r" % (arg,))


def reveal_type(obj):
    import sys

    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def _same(value):
    return value


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


no_type_check = override = type_check_only = _same


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(**options):
    return _same


def overload(func):
    def refuse(*args, **kwds):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed."
        )

    return refuse


def get_overloads(func):
    return []


def clear_overloads():
    pass


def get_origin(tp):
    if tp is Generic:
        return Generic
    if getattr(tp, "_name", None) == "Annotated" and hasattr(tp, "__metadata__"):
        return Annotated
    if getattr(tp, "_name", None) == "Callable" and isinstance(tp, _Alias):
        import collections.abc

        return collections.abc.Callable
    if isinstance(tp, type) or isinstance(tp, TypeVar):
        return None
    return getattr(tp, "__origin__", None)


def get_args(tp):
    if hasattr(tp, "__metadata__"):
        return (tp.__origin__,) + tp.__metadata__
    args = getattr(tp, "__args__", ())
    if getattr(tp, "_name", None) == "Callable" and args and args[0] is not Ellipsis:
        return (list(args[:-1]), args[-1])
    return args


def is_typeddict(tp):
    from _typing_classes import _TypedDictMeta, TypedDict

    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict


def is_protocol(tp):
    from _typing_protocols import _ProtocolMeta, Protocol

    return isinstance(tp, _ProtocolMeta) and tp is not Protocol and tp._is_protocol


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        lineage = getattr(obj, "__mro__", None) or (obj,) + obj.__bases__
        for base in reversed(lineage):
            hints.update(base.__dict__.get("__annotations__", {}) if base is not object else {})
    else:
        hints.update(getattr(obj, "__annotations__", {}))
    for name, value in hints.items():
        hints[name] = _evaluate(value, globalns or getattr(obj, "__globals__", None), localns, include_extras)
    return hints


def _evaluate(value, names, localns, include_extras):
    if value is None:
        return type(None)
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if isinstance(value, str):
        if names is None:
            import sys

            main = sys.modules.get("__main__")
            names = {} if main is None else main.__dict__
        value = eval(value, names, localns) if localns is not None else eval(value, names)
    if not include_extras and hasattr(value, "__metadata__"):
        return value.__origin__
    args = getattr(value, "__args__", ())
    if any([isinstance(arg, (str, ForwardRef)) or hasattr(arg, "__args__") for arg in args]) and getattr(value, "_name", "") != "Literal":
        args = tuple([_evaluate(arg, names, localns, include_extras) if _may_refer(arg) else arg for arg in args])
        if isinstance(value, _Alias):
            return _Alias(value._special, args)
        if type(value) in (_generic.GenericAlias, _Parameterized):
            return type(value)(value.__origin__, args)
    return type(None) if value is None else value


def _may_refer(arg):
    return isinstance(arg, (str, ForwardRef)) or hasattr(arg, "__args__")


__all__ = (
    [name for name in globals() if name[0] != "_"]
    + _plain
    + list(_builtins)
    + list(_collections)
    + _protocols
    + _abstract
    + ["AbstractSet", "AsyncContextManager", "ContextManager", "Match", "NamedTuple", "Pattern", "TypedDict"]
)
