_abstract = set()


def abstractmethod(funcobj):
    # functions are noted here, since not everything takes an attribute
    _abstract.add(funcobj)
    return funcobj


def abstractproperty(fget):
    return property(abstractmethod(fget))


def abstractclassmethod(callable):
    return classmethod(abstractmethod(callable))


def abstractstaticmethod(callable):
    return staticmethod(abstractmethod(callable))


def _is_abstract(value):
    for name in ("fget", "fset", "fdel", "__func__"):
        part = getattr(value, name, None)
        if part is not None and part in _abstract:
            return True
    try:
        return value in _abstract
    except TypeError:
        return False


# Names that a class has inherited or defined as abstract and not replaced, sorted.
def _abstract_names(cls):
    known = cls.__dict__.get("__abstractmethods__")
    if known is not None:
        return known
    names = {}
    for base in reversed(getattr(cls, "__mro__", None) or _lineage(cls)):
        for name, value in base.__dict__.items() if base is not object else ():
            names[name] = _is_abstract(value)
    names = tuple(sorted([name for name in names if names[name]]))
    try:
        cls.__abstractmethods__ = names
    except (AttributeError, TypeError):
        pass
    return names


def _lineage(cls):
    found = [cls]
    for base in cls.__bases__:
        found += [kind for kind in _lineage(base) if kind not in found]
    return found


def _check(cls):
    names = _abstract_names(cls)
    if names:
        raise TypeError(
            "Can't instantiate abstract class %s with abstract method%s %s"
            % (cls.__name__, "" if len(names) == 1 else "s", ", ".join(names))
        )


def _new(cls, *args, **kwargs):
    _check(cls)
    return object.__new__(cls)


class ABCMeta(type):
    # called with each class that has this metaclass
    def _made(cls):
        if "__new__" not in cls.__dict__:
            cls.__new__ = staticmethod(_new)

    def register(cls, subclass):
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        hook = getattr(cls, "__subclasshook__", None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return bool(answer)
        if cls in (getattr(subclass, "__mro__", None) or _lineage(subclass)):
            return True
        for kind in cls.__dict__.get("_abc_registry", ()):
            if issubclass(subclass, kind):
                return True
        return False


class ABC:
    __new__ = _new


def get_cache_token():
    return 0


def update_abstractmethods(cls):
    return cls
