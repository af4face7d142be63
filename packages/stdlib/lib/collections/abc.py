# Abstract classes of containers. Those with one method know a class by its methods; all give what follows from the abstract ones.
# They lie in modules of their own.

from _lazy import lazy as _lazy

_parts = {
    "_abc_basic": ("Buffer", "Callable", "Collection", "Container", "Hashable", "Iterable", "Iterator", "Reversible", "Sized"),
    "_abc_coroutines": ("AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Coroutine", "Generator"),
    "_abc_mappings": ("Mapping", "MutableMapping"),
    "_abc_sequences": ("ByteString", "MutableSequence", "Sequence"),
    "_abc_sets": ("MutableSet", "Set"),
    "_abc_views": ("ItemsView", "KeysView", "MappingView", "ValuesView"),
}

__all__ = [name for names in _parts.values() for name in names]
__getattr__ = _lazy(globals(), _parts)
