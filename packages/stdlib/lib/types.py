import sys


def _function():
    pass


def _generator():
    yield


async def _coroutine():
    pass


class _Class:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
GeneratorType = type(_generator())
CoroutineType = type(_coroutine())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(Ellipsis)
CodeType = type(compile("", "", "exec"))


class AsyncGeneratorType:
    pass


class TracebackType:
    pass


class FrameType:
    pass


class CellType:
    pass


class GetSetDescriptorType:
    pass


class MemberDescriptorType:
    pass


class WrapperDescriptorType:
    pass


class MethodWrapperType:
    pass


MethodDescriptorType = ClassMethodDescriptorType = BuiltinFunctionType


def __getattr__(name):
    if name == "GenericAlias":
        return type(list[int])
    if name == "UnionType":
        return type(int | str)
    raise AttributeError("module 'types' has no attribute '%s'" % name)


class SimpleNamespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        parts = [name + "=" + repr(value) for name, value in self.__dict__.items()]
        return "%s(%s)" % ("namespace" if type(self) is SimpleNamespace else type(self).__name__, ", ".join(parts))

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__


class MappingProxyType:
    def __init__(self, mapping):
        object.__setattr__(self, "_mapping", mapping)

    def __getitem__(self, key):
        return self._mapping[key]

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def __setitem__(self, key, value):
        raise TypeError("'mappingproxy' object does not support item assignment")

    def __delitem__(self, key):
        raise TypeError("'mappingproxy' object does not support item deletion")

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    def __or__(self, other):
        return self._mapping | other

    def __reversed__(self):
        return reversed(self._mapping)

    def __repr__(self):
        return "mappingproxy(%r)" % (self._mapping,)

    def __str__(self):
        return str(self._mapping)


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    metaclass = kwds.pop("metaclass", type)
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return metaclass(name, tuple(bases) or (object,), namespace, **kwds)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    return kwds.pop("metaclass", type), {}, kwds


def resolve_bases(bases):
    return tuple(bases)


def coroutine(func):
    return func
