# Modules whose parts lie in modules of their own, which are imported when a program asks for one of their names.

import sys


# `module.name` and `from module import name` ask alike, and who asks expects one or the other.
class AttributeError(AttributeError, ImportError):
    __module__ = "builtins"


def missing(module, name):
    message = "module '%s' has no attribute '%s'" % (module, name)
    try:
        __import__("_hints").give(sys.modules[module], name, False)
    except Exception as error:
        message = str(error)
    error = AttributeError(message)
    error.name = name
    raise error


# The `__getattr__` of a module; `parts` are names of modules, with the names that they define.
def lazy(names, parts):
    def find(name):
        for part in parts:
            if name in parts[part]:
                value = names[name] = getattr(__import__(part), name)
                return value
        missing(names["__name__"], name)

    return find
