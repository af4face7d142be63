_abstract = set()

# Those that no class has yet: what a property or classmethod holds cannot be asked, and is known by its name.
_pending = {}
_WRAPPERS = (type(property(None)), classmethod, staticmethod)


def abstractmethod(funcobj):
    # functions are noted here, since not everything takes an attribute
    try:
        _abstract.add(funcobj)
        _pending[getattr(funcobj, "__name__", None)] = funcobj
    except TypeError:
        pass
    return funcobj


def abstractproperty(fget):
    return property(abstractmethod(fget))


def abstractclassmethod(callable):
    return classmethod(abstractmethod(callable))


def abstractstaticmethod(callable):
    return staticmethod(abstractmethod(callable))


def _is_abstract(name, value):
    if isinstance(value, _WRAPPERS):
        return name in _pending
    try:
        return value in _abstract
    except TypeError:
        return False


# Names that a class has inherited or defined as abstract and not replaced.
def _abstract_names(cls):
    known = cls.__dict__.get("__abstractmethods__")
    if known is not None:
        return known
    names = set()
    for base in reversed(cls.__mro__):
        own = base.__dict__ if base is not object else ()
        above = base.__dict__.get("__abstractmethods__")
        if names:
            names = set([name for name in names if name not in own])
        if above is None:
            names.update([name for name in own if _is_abstract(name, own[name])])
        elif above:
            names.update([name for name in above if name in own])
    names = frozenset(names)
    try:
        cls.__abstractmethods__ = names
    except (AttributeError, TypeError):
        pass
    return names


def _check(cls):
    names = _abstract_names(cls)
    if names:
        raise TypeError(
            "Can't instantiate abstract class %s with abstract method%s %s"
            % (cls.__name__, "" if len(names) == 1 else "s", ", ".join(sorted(names)))
        )


def _new(cls, *args, **kwargs):
    _check(cls)
    return object.__new__(cls)


class ABCMeta(type):
    # called with each class that has this metaclass
    def _made(cls):
        if "__new__" not in cls.__dict__:
            cls.__new__ = staticmethod(_new)
        _abstract_names(cls)
        _pending.clear()

    def register(cls, subclass):
        # also for the abstract classes above
        for base in cls.__mro__:
            if isinstance(base, ABCMeta):
                if "_abc_registry" not in base.__dict__:
                    base._abc_registry = []
                base._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        hook = getattr(cls, "__subclasshook__", None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return bool(answer)
        if cls in subclass.__mro__:
            return True
        for kind in cls.__dict__.get("_abc_registry", ()):
            if issubclass(subclass, kind):
                return True
        return False


class ABC(metaclass=ABCMeta):
    pass


def get_cache_token():
    return 0


def update_abstractmethods(cls):
    return cls
