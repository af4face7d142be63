# MicroPython keeps the lines of a traceback in its own form; what it prints is what these functions give.

import sys


def _report(error):
    from uio import StringIO

    out = StringIO()
    sys.print_exception(error, out)
    return out.getvalue()


def _current():
    info = getattr(sys, "exc_info", None)
    return None if info is None else info()[1]


def _lines(text):
    return [line + "\n" for line in text.rstrip("\n").split("\n")]


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    error = value if isinstance(value, BaseException) else exc
    if not isinstance(error, BaseException):
        return ["NoneType: None\n"]
    return _lines(_report(error))


def format_exception_only(exc, value=None):
    error = value if isinstance(value, BaseException) else exc
    if not isinstance(error, BaseException):
        return ["NoneType: None\n"]
    kind = type(error)
    name = getattr(kind, "__qualname__", kind.__name__)
    module = getattr(kind, "__module__", "builtins")
    if module not in ("builtins", "__main__", None) and "." not in name:
        name = module + "." + name
    text = str(error)
    lines = [name + ": " + text + "\n" if text else name + "\n"]
    return lines + [note + "\n" for note in getattr(error, "__notes__", ())]


def format_exc(limit=None, chain=True):
    error = _current()
    return "NoneType: None\n" if error is None else _report(error)


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(), end="", file=file or sys.stderr)


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value)), end="", file=file or sys.stderr)


def _frames(error):
    found = []
    for line in _report(error).split("\n") if error is not None else ():
        if line.startswith('  File "'):
            name, rest = line[8:].split('", line ', 1)
            number, _, function = rest.partition(", in ")
            found.append(FrameSummary(name, int(number), function or "<module>"))
    return found


class FrameSummary:
    def __init__(self, filename, lineno, name, line=""):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return tuple(self)[index]

    def __len__(self):
        return 4

    def __repr__(self):
        return "<FrameSummary file %s, line %d in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    def format(self):
        return format_list(self)


def extract_tb(tb, limit=None):
    error = tb if isinstance(tb, BaseException) else _current()
    return StackSummary(_frames(error))


def extract_stack(f=None, limit=None):
    return StackSummary()


def format_list(extracted_list):
    return ['  File "%s", line %d, in %s\n' % (item[0], item[1], item[2]) for item in extracted_list]


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb))


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb)), end="", file=file or sys.stderr)


def format_stack(f=None, limit=None):
    return []


def print_stack(f=None, limit=None, file=None):
    pass


def walk_tb(tb):
    return iter(())


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, **options):
        self.exc_type = exc_type
        self._error = exc_value
        self.stack = StackSummary(_frames(exc_value))

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc)

    def format(self, chain=True):
        return iter(format_exception(self._error))

    def format_exception_only(self):
        return iter(format_exception_only(self._error))

    def __str__(self):
        return str(self._error)
