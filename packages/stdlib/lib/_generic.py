# What `list[int]` and `int | str` are.


def _name(item):
    if item is type(None):
        return "None"
    if item is Ellipsis:
        return "..."
    if isinstance(item, type):
        module = item.__module__
        return item.__qualname__ if module == "builtins" else module + "." + item.__qualname__
    return repr(item)


class GenericAlias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = ()

    def __repr__(self):
        return "%s[%s]" % (_name(self.__origin__), ", ".join([_name(item) for item in self.__args__]) or "()")

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getitem__(self, item):
        return GenericAlias(self.__origin__, item)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, item):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, item):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")


# Callable[[int, str], bool] of collections.abc: the parameters and the result are one tuple.
class CallableAlias(GenericAlias):
    def __init__(self, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = args
        super().__init__(origin, tuple(parameters) + (result,) if isinstance(parameters, list) else args)
        self._listed = isinstance(parameters, list)

    def __repr__(self):
        names = [_name(item) for item in self.__args__]
        parameters = ", ".join(names[:-1])
        return "collections.abc.Callable[%s, %s]" % ("[%s]" % parameters if self._listed else parameters, names[-1])


class UnionType:
    def __init__(self, args):
        self.__args__ = args
        self.__parameters__ = ()

    def __repr__(self):
        return " | ".join([_name(item) for item in self.__args__])

    def __eq__(self, other):
        # typing.Union[int, str] is another class, and the same
        if not isinstance(other, UnionType) and not repr(other).startswith("typing."):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)

    def __instancecheck__(self, item):
        return isinstance(item, self.__args__)

    def __subclasscheck__(self, item):
        return issubclass(item, self.__args__)


def union(a, b):
    args = []
    for item in (a, b):
        for one in item.__args__ if isinstance(item, UnionType) else (type(None) if item is None else item,):
            if not isinstance(one, type) and not hasattr(one, "__args__") and not hasattr(one, "__origin__"):
                return NotImplemented
            if one not in args:
                args.append(one)
    return args[0] if len(args) == 1 else UnionType(tuple(args))
