import builtins, sys

_actions = ("default", "error", "ignore", "always", "module", "once")

# Newest first: action, pattern of the message, category.
filters = []
_seen = set()
_recorders = []


def _category(name):
    return getattr(builtins, name, None) or _named(name)


def _named(name):
    kind = type(name, (Exception,), {})
    setattr(builtins, name, kind)
    return kind


def _reset():
    filters[:] = [("ignore", "", _category("DeprecationWarning")), ("ignore", "", _category("PendingDeprecationWarning"))]
    filters.append(("ignore", "", _category("ImportWarning")))
    filters.append(("ignore", "", _category("ResourceWarning")))


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message,
            self.category.__name__,
            self.filename,
            self.lineno,
            self.line,
        )


def formatwarning(message, category, filename, lineno, line=None):
    return "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)


def showwarning(message, category, filename, lineno, file=None, line=None):
    print(formatwarning(message, category, filename, lineno, line), end="", file=file or sys.stderr)


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Exception):
        category = type(message)
        text = str(message)
    else:
        if category is None:
            category = _category("UserWarning")
        if not (isinstance(category, type) and issubclass(category, Exception)):
            raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
        text = message
        message = category(message)
    _emit(message, category, text, "<string>", 1)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _emit(message if isinstance(message, Exception) else category(message), category, str(message), filename, lineno)


def _emit(message, category, text, filename, lineno):
    action = "default"
    for chosen, pattern, kind in filters:
        if issubclass(category, kind) and _matches(pattern, text):
            action = chosen
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        key = (text, category)
        if key in _seen:
            return
        _seen.add(key)
    if _recorders:
        if _recorders[-1] is not None:
            _recorders[-1].append(WarningMessage(message, category, filename, lineno))
            return
    showwarning(message, category, filename, lineno)


def _matches(pattern, text):
    if not pattern:
        return True
    import re

    return re.match(pattern, text) is not None


def filterwarnings(action, message="", category=None, module="", lineno=0, append=False):
    if action not in _actions:
        raise ValueError("invalid action: %r" % (action,))
    entry = (action, message, category or _category("Warning"))
    if append:
        filters.append(entry)
    else:
        filters.insert(0, entry)
    _seen.clear()


def simplefilter(action, category=None, lineno=0, append=False):
    filterwarnings(action, "", category, "", lineno, append)


def resetwarnings():
    filters.clear()
    _seen.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=None, lineno=0, append=False):
        self._record = record
        self._filter = action, category

    def __enter__(self):
        self._saved = list(filters)
        log = [] if self._record else None
        _recorders.append(log)
        _seen.clear()
        if self._filter[0] is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        filters[:] = self._saved
        _recorders.pop()
        _seen.clear()


_reset()
