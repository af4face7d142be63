# Nothing is ever told when an object is gone: MicroPython's collector does not say. References here keep what they refer to, so that a program which works with live
# objects works, and callbacks are never called.

class ReferenceType:
    def __init__(self, object, callback=None):
        if isinstance(object, (int, str, float, tuple, list, dict, type(None))) and type(object).__module__ == "builtins":
            raise TypeError("cannot create weak reference to '%s' object" % type(object).__name__)
        self._object = object
        self.__callback__ = callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ReferenceType) and self._object == other._object

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        return "<weakref at %#x; to '%s' at %#x>" % (id(self), type(self._object).__name__, id(self._object))


ref = ReferenceType


class WeakMethod(ReferenceType):
    pass


def proxy(object, callback=None):
    return object


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []


class WeakValueDictionary(dict):
    def valuerefs(self):
        return [ref(value) for value in self.values()]


class WeakKeyDictionary(dict):
    def keyrefs(self):
        return [ref(key) for key in self.keys()]


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, *args, **kwargs):
        self._call = func, args, kwargs
        self._obj = obj
        self.alive = True
        self.atexit = True

    def __call__(self):
        if not self.alive:
            return None
        self.alive = False
        func, args, kwargs = self._call
        return func(*args, **kwargs)

    def detach(self):
        if not self.alive:
            return None
        self.alive = False
        return (self._obj,) + self._call

    def peek(self):
        return (self._obj,) + self._call if self.alive else None
