# Types for readers and checkers: at run time they hold what they were given, and check nothing.

import _generic
import collections

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
        self.__origin__ = origin
        self._make = make

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
        self.__origin__ = special if special.__origin__ is None else special.__origin__
        self.__args__ = tuple([type(None) if arg is None else arg for arg in args])

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
        if not isinstance(other, _Alias) or self.__origin__ is not other.__origin__:
            return False
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        return hash((self._name, self.__args__))

    def __instancecheck__(self, instance):
        if self.__origin__ is Union:
            return isinstance(instance, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        args = self.__args__
        if self.__origin__ is Union:
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
        inner = parameter.__args__ if isinstance(parameter, _Alias) and parameter.__origin__ is Union else (parameter,)
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
    alias.__origin__ = parameters[0]
    return alias


def _tuple(parameters):
    if parameters == ():
        return _Alias(Tuple, ())
    return _Alias(Tuple, parameters if isinstance(parameters, tuple) else (parameters,))


Any = _Special("Any")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
ReadOnly = _Special("ReadOnly")
TypeAlias = _Special("TypeAlias")
TypeGuard = _Special("TypeGuard")
TypeIs = _Special("TypeIs")
Concatenate = _Special("Concatenate")
Unpack = _Special("Unpack")
Union = _Special("Union", None, _union)
Optional = _Special("Optional", None, lambda parameter: _union((parameter, None)))
Literal = _Special("Literal", None, _literal)
Annotated = _Special("Annotated", None, _annotated)
Callable = _Special("Callable", None, _callable)

List = _Special("List", list)
Dict = _Special("Dict", dict)
Set = _Special("Set", set)
FrozenSet = _Special("FrozenSet", frozenset)
Tuple = _Special("Tuple", tuple, _tuple)
Type = _Special("Type", type)
DefaultDict = _Special("DefaultDict", collections.defaultdict)
OrderedDict = _Special("OrderedDict", collections.OrderedDict)
Counter = _Special("Counter", collections.Counter)
Deque = _Special("Deque", collections.deque)
ChainMap = _Special("ChainMap", collections.ChainMap)
Text = str
AnyStr = None

_abstract = (
    "AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Collection Container Coroutine Generator Hashable ItemsView "
    "Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Sized ValuesView"
).split()


# Those with an abstract class behind them are made when they are asked for.
def __getattr__(name):
    if name in _abstract or name in ("AbstractSet", "ContextManager", "AsyncContextManager", "Pattern", "Match"):
        if name in ("ContextManager", "AsyncContextManager"):
            import contextlib

            origin = getattr(contextlib, "Abstract" + name)
        elif name in ("Pattern", "Match"):
            import re

            origin = getattr(re, name, object)
        else:
            import collections.abc

            origin = getattr(collections.abc, "Set" if name == "AbstractSet" else name)
        value = globals()[name] = _Special(name, origin)
        return value
    if name in ("IO", "TextIO", "BinaryIO"):
        value = globals()[name] = _Special(name)
        return value
    raise AttributeError("module 'typing' has no attribute '%s'" % name)


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
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
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is not None:
            cls.__parameters__ = _parameters_of(bases)

    @classmethod
    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if cls not in (Generic, Protocol):
            known = getattr(cls, "__parameters__", ())
            if not known:
                raise TypeError("%r is not a generic class" % cls)
            if len(known) != len(parameters) and not any([isinstance(item, (ParamSpec, TypeVarTuple)) for item in known]):
                raise TypeError(
                    "Too %s arguments for %r; actual %d, expected %d"
                    % ("many" if len(parameters) > len(known) else "few", cls, len(parameters), len(known))
                )
        return _Parameterized(cls, parameters)


Protocol = None


class _ProtocolMeta(type):
    def __new__(meta, name, bases, namespace, **kwargs):
        cls = super().__new__(meta, name, bases, namespace, **kwargs)
        cls._is_protocol = Protocol is None or Protocol in bases
        return cls

    def __init__(cls, *args, **kwargs):
        pass

    def __instancecheck__(cls, instance):
        if cls in type(instance).__mro__:
            return True
        if not cls._is_protocol:
            return False
        cls._check_runtime()
        return all([hasattr(instance, name) for name in cls._protocol_names()])

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        if not cls._is_protocol:
            return False
        cls._check_runtime()
        return all([hasattr(subclass, name) for name in cls._protocol_names()])

    def _check_runtime(cls):
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")

    # What the protocol and those that it inherits from ask for.
    def _protocol_names(cls):
        names = []
        for base in cls.__mro__[:-1]:
            if base not in (Protocol, Generic):
                names += base.__dict__.get("__annotations__", ())
                names += [name for name in base.__dict__ if name not in _NO_MEMBERS]
        return names


_NO_MEMBERS = (
    "__module__ __qualname__ __doc__ __annotations__ __orig_bases__ __parameters__ __metaclass__ __slots__ __dict__ __init__ __abstractmethods__ "
    "__new__ __init_subclass__ __class_getitem__ _is_protocol _is_runtime_protocol"
).split()


class Protocol(Generic, metaclass=_ProtocolMeta):
    def __new__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        return object.__new__(cls)


class SupportsInt(Protocol):
    pass


class SupportsFloat(Protocol):
    pass


class SupportsComplex(Protocol):
    pass


class SupportsBytes(Protocol):
    pass


class SupportsIndex(Protocol):
    pass


class SupportsAbs(Protocol):
    pass


class SupportsRound(Protocol):
    pass


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


final = no_type_check = runtime_checkable = override = type_check_only = _same


def no_type_check_decorator(decorator):
    return decorator


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


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
    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict


def is_protocol(tp):
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
    return type(None) if value is None else value


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        if not bases:
            return super().__new__(meta, name, bases, namespace)
        fields = namespace.get("__annotations__", {})
        made = _named_tuple(name, fields, namespace)
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "_fields", "_make", "_replace", "_asdict", "_source"):
                if key != "__slots__":
                    raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            elif key not in fields and key not in ("__module__", "__orig_bases__", "__classcell__"):
                setattr(made, key, value)
        return made

    def __init__(cls, *args, **kwargs):
        pass

    def __call__(cls, typename, fields=None, **kwargs):
        return _named_tuple(typename, dict(kwargs.items() if fields is None else fields), {})


def _named_tuple(name, fields, namespace):
    defaults = []
    for field in fields:
        if field in namespace:
            defaults.append(namespace[field])
        elif defaults:
            raise TypeError(
                "Non-default namedtuple field %s cannot follow default field%s %s"
                % (field, "" if len(defaults) == 1 else "s", ", ".join([key for key in fields if key in namespace]))
            )
    made = collections.namedtuple(name, list(fields), defaults=defaults, module=namespace.get("__module__"))
    made.__annotations__ = fields
    return made


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        fields, required, optional = {}, set(), set()
        for base in bases:
            if base.__dict__.get("__annotations__"):
                fields.update(base.__annotations__)
                required |= base.__required_keys__
                optional |= base.__optional_keys__
        for key, value in namespace.get("__annotations__", {}).items():
            fields[key] = value
            kind = getattr(value, "_name", None)
            (required if kind == "Required" or (total and kind != "NotRequired") else optional).add(key)
        namespace["__annotations__"] = fields
        cls = super().__new__(meta, name, (dict,), namespace)
        cls.__total__ = total
        cls.__required_keys__, cls.__optional_keys__ = frozenset(required), frozenset(optional)
        return cls

    def __init__(cls, *args, **kwargs):
        pass

    # Point(x=1), and Point = TypedDict("Point", {"x": int})
    def __call__(cls, *args, total=True, **kwargs):
        if cls is TypedDict:
            return _TypedDictMeta(args[0], (TypedDict,), {"__annotations__": dict(*args[1:], **kwargs)}, total=total)
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class TypedDict(metaclass=_TypedDictMeta):
    pass
