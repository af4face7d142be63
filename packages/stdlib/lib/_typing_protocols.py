# typing.Protocol, and the protocols that typing has.

from typing import Generic

# where the classes say that they are from
__name__ = "typing"

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
    _any_parameters = True

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


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls
