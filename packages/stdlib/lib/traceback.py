# Reports of exceptions as texts. They have no lines of source: the interpreter does not keep them.

import sys

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADER = "Traceback (most recent call last):\n"
_WIDEST, _DEEPEST = 15, 10
_given = object()


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **places):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = "" if line is None else line
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return tuple(self)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return "<FrameSummary file %s, line %d in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls(_limited([_summary(frame, line) for frame, line in frame_gen], limit))

    @classmethod
    def from_list(cls, a_list):
        return cls([item if isinstance(item, FrameSummary) else FrameSummary(*item[:3], line=item[3]) for item in a_list])

    def format_frame_summary(self, frame_summary):
        text = '  File "%s", line %d, in %s\n' % (frame_summary[0], frame_summary[1], frame_summary[2])
        return text + "    %s\n" % frame_summary[3].strip() if frame_summary[3] else text

    def format(self):
        return [self.format_frame_summary(item) for item in self]


def _summary(frame, line):
    return FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name)


# The first ones, or as many of the last ones.
def _limited(frames, limit):
    if limit is None:
        return frames
    return frames[:limit] if limit >= 0 else frames[limit:]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


# The frames of a running program cannot be seen.
def extract_stack(f=None, limit=None):
    return StackSummary()


def format_stack(f=None, limit=None):
    return []


def print_stack(f=None, limit=None, file=None):
    pass


def clear_frames(tb):
    pass


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), end="", file=file or sys.stderr)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=file or sys.stderr)


def _name(kind):
    name = getattr(kind, "__qualname__", kind.__name__)
    module = getattr(kind, "__module__", "builtins")
    return name if module in ("builtins", "__main__", None) else module + "." + name


def _text(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


# Where a SyntaxError is.
def _place(error):
    lines = []
    if error.lineno is not None:
        lines.append('  File "%s", line %s\n' % (error.filename or "<string>", error.lineno))
    elif error.filename is not None:
        lines.append('  File "%s"\n' % error.filename)
    text = getattr(error, "text", None)
    if text is not None and lines:
        shown = text.rstrip("\n").lstrip(" \n\f")
        lines.append("    %s\n" % shown)
        if error.offset is not None:
            indent = len(text.rstrip("\n")) - len(shown)
            end = getattr(error, "end_offset", None)
            start = max(error.offset - 1 - indent, 0)
            count = (end if end not in (None, 0, -1) else error.offset + 1) - error.offset
            lines.append("    %s%s\n" % (" " * start, "^" * max(count, 1)))
    return lines


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, *, limit=None, compact=False, _seen=None, **options):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.exc_type = exc_type
        self._error = exc_value
        self._str = _text(exc_value)
        self.stack = None if exc_traceback is None else extract_tb(exc_traceback, limit)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = self._other(getattr(exc_value, "__cause__", None), limit, seen)
        self.__context__ = self._other(getattr(exc_value, "__context__", None), limit, seen)
        self.exceptions = None
        if _is_group(exc_value):
            self.exceptions = [TracebackException(type(e), e, e.__traceback__, limit=limit, _seen=seen) for e in exc_value.exceptions]

    def _other(self, error, limit, seen):
        if error is None or id(error) in seen:
            return None
        return TracebackException(type(error), error, error.__traceback__, limit=limit, _seen=seen)

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__, **options)

    def format_exception_only(self):
        if self.exc_type is None:
            yield "NoneType: None\n"
            return
        text = self._str
        if issubclass(self.exc_type, SyntaxError) and getattr(self._error, "lineno", None) is not None:
            for line in _place(self._error):
                yield line
            text = getattr(self._error, "msg", None) or "<no detail available>"
        yield _name(self.exc_type) + (": " + text if text else "") + "\n"
        for note in getattr(self._error, "__notes__", None) or ():
            for line in _text(note).split("\n"):
                yield line + "\n"

    def format(self, *, chain=True):
        return iter(self._format(chain, 0, [False]))

    # `depth` counts the groups around; the last of a group closes its box, and `closes` tells whether it still has to.
    def _format(self, chain, depth, closes):
        chained = []
        one = self
        while one is not None:
            before, other = None, None
            if chain and one.__cause__ is not None:
                before, other = _CAUSE, one.__cause__
            elif chain and one.__context__ is not None and not one.__suppress_context__:
                before, other = _CONTEXT, one.__context__
            chained.append((before, one))
            one = other
        lines = []
        for before, one in reversed(chained):
            if before is not None:
                lines.append(_indented(before, depth))
            if one.exceptions is None:
                one._add_plain(lines, _HEADER, depth, None)
            elif depth > _DEEPEST:
                lines.append(_indented("... (max_group_depth is %d)\n" % _DEEPEST, depth))
            else:
                one._add_group(lines, chain, depth, closes)
        return lines

    def _add_plain(self, lines, header, depth, margin):
        if self.stack is not None:
            lines.append(_indented(header, depth, margin))
            lines += [_indented(text, depth) for text in self.stack.format()]
        lines += [_indented(text, depth) for text in self.format_exception_only()]

    def _add_group(self, lines, chain, depth, closes):
        outermost = depth == 0
        depth = depth or 1
        self._add_plain(lines, "Exception Group " + _HEADER, depth, "+" if outermost else None)
        count = len(self.exceptions)
        closes[0] = False
        for i in range(min(count, _WIDEST + 1)):
            last = i == min(count, _WIDEST + 1) - 1
            if last:
                closes[0] = True
            title = "..." if i >= _WIDEST else str(i + 1)
            lines.append("%s%s+---------------- %s ----------------\n" % ("  " * depth, "  " if i else "+-", title))
            if i >= _WIDEST:
                more = count - _WIDEST
                lines.append(_indented("and %d more exception%s\n" % (more, "" if more == 1 else "s"), depth + 1))
            else:
                lines += self.exceptions[i]._format(chain, depth + 1, closes)
            if last and closes[0]:
                lines.append("  " * (depth + 1) + "+------------------------------------\n")
                closes[0] = False

    def print(self, *, file=None, chain=True):
        print("".join(self.format(chain=chain)), end="", file=file or sys.stderr)

    def __eq__(self, other):
        return isinstance(other, TracebackException) and list(self.format()) == list(other.format())

    def __str__(self):
        return self._str


def _is_group(error):
    return any([kind.__name__ == "BaseExceptionGroup" for kind in type(error).__mro__])


def _indented(text, depth, margin=None):
    if not depth:
        return text
    indent = "  " * depth + (margin or "|") + " "
    return "".join([indent + line + "\n" for line in text[:-1].split("\n")])


# (exception), (type, value, traceback), and what CPython takes besides
def _exception(exc, value, tb):
    if value is _given or tb is _given:
        return (exc, None) if exc is None else (exc, exc.__traceback__)
    return value, tb


def format_exception(exc, value=_given, tb=_given, limit=None, chain=True):
    error, tb = _exception(exc, value, tb)
    if error is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(error), error, tb, limit=limit).format(chain=chain))


def format_exception_only(exc, value=_given):
    error = exc if value is _given else value
    return list(TracebackException(None if error is None else type(error), error).format_exception_only())


def print_exception(exc, value=_given, tb=_given, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value, tb, limit, chain)), end="", file=file or sys.stderr)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit, chain), end="", file=file or sys.stderr)
