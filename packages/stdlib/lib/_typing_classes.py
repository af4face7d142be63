# typing.NamedTuple and TypedDict.

from collections import namedtuple

# where the classes say that they are from
__name__ = "typing"


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
    made = namedtuple(name, list(fields), defaults=defaults, module=namespace.get("__module__"))
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
