# Each kind of container lies in a module of its own.

from _lazy import lazy as _lazy

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_find = _lazy(
    globals(),
    {
        "_collections_chain": ("ChainMap",),
        "_collections_counter": ("Counter",),
        "_collections_deque": ("deque",),
        "_collections_dicts": ("OrderedDict", "defaultdict"),
        "_collections_tuples": ("namedtuple",),
        "_collections_user": ("UserDict", "UserList", "UserString"),
    },
)


def __getattr__(name):
    if name == "abc":
        return __import__("collections.abc").abc
    return _find(name)
