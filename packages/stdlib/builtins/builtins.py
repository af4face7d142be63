_build = __build_class__


# What a class statement calls: upstream's, and then what it does not know of.
def __build_class__(body, name, *bases, metaclass=None, **kwargs):
    cls = _build(body, name, *bases)
    if metaclass is not None and hasattr(metaclass, "_made"):
        metaclass._made(cls)
    if bases:
        hook = getattr(super(cls, cls), "__init_subclass__", None)
        if hook is not None:
            hook(**kwargs)
        elif kwargs:
            raise TypeError("%s.__init_subclass__() takes no keyword arguments" % name)
    return cls
