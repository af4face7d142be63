def __init_subclass__(cls, **kwargs):
    if kwargs:
        raise TypeError("%s.__init_subclass__() takes no keyword arguments" % cls.__name__)
