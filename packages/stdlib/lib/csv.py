# Comma-separated values.

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3

_DIALECT_NAMES = (
    "delimiter",
    "doublequote",
    "escapechar",
    "lineterminator",
    "quotechar",
    "quoting",
    "skipinitialspace",
    "strict",
)


class Error(Exception):
    pass


class Dialect:
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None
    strict = False

    def __init__(self):
        _Format(self, {})


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}
_limit = 131072


# A dialect with all that it says checked.
class _Format:
    def __init__(self, dialect, options):
        self.delimiter = ","
        self.doublequote = True
        self.escapechar = None
        self.lineterminator = "\r\n"
        self.quotechar = '"'
        self.quoting = QUOTE_MINIMAL
        self.skipinitialspace = False
        self.strict = False
        if dialect is not None:
            if isinstance(dialect, str):
                dialect = get_dialect(dialect)
            for name in _DIALECT_NAMES:
                value = getattr(dialect, name, None)
                if value is not None or name in ("quotechar", "escapechar"):
                    if hasattr(dialect, name):
                        setattr(self, name, value)
        for name, value in options.items():
            if name not in _DIALECT_NAMES:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
            setattr(self, name, value)
        self._check_char("delimiter", False)
        self._check_char("escapechar", True)
        self._check_char("quotechar", True)
        if not isinstance(self.quoting, int) or isinstance(self.quoting, bool):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            if "quotechar" not in options and not hasattr(dialect, "quotechar"):
                self.quoting = QUOTE_NONE
            else:
                if "quoting" in options or getattr(dialect, "quoting", None) is not None:
                    raise TypeError("quotechar must be set if quoting enabled")
                self.quoting = QUOTE_NONE
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        self.doublequote = bool(self.doublequote)
        self.skipinitialspace = bool(self.skipinitialspace)
        self.strict = bool(self.strict)

    def _check_char(self, name, optional):
        value = getattr(self, name)
        if value is None and optional:
            return
        if name == "delimiter" and value is None:
            raise TypeError('"delimiter" must be a 1-character string')
        if not isinstance(value, str):
            raise TypeError('"%s" must be string%s, not %s' % (name, " or None" if optional else "", type(value).__name__))
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    global _limit
    old = _limit
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limit = limit
    return old


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class _Reader:
    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0
        self._delimiter = dialect.delimiter
        # where records are simple: the quote of those that `str` methods can split
        self._plain_quote = None
        if (
            dialect.escapechar is None
            and dialect.doublequote
            and not dialect.skipinitialspace
            and dialect.quoting in (QUOTE_MINIMAL, QUOTE_ALL)
            and dialect.quotechar not in (None, dialect.delimiter)
            and dialect.delimiter not in "\r\n"
        ):
            self._plain_quote = dialect.quotechar

    def __iter__(self):
        quote, delimiter = self._plain_quote, self._delimiter
        ahead = getattr(self._lines, "_lines_ahead", None)
        for line in ahead() if ahead else self._lines:
            if quote is not None and isinstance(line, str) and len(line) <= _limit:
                plain = line.rstrip("\r\n")
                if not ("\n" in plain or "\r" in plain):
                    if quote in plain:
                        fields = self._split(plain)
                    else:
                        fields = plain.split(delimiter) if plain else []
                    if fields is not None:
                        self.line_num += 1
                        yield fields
                        continue
            elif not isinstance(line, str):
                raise Error(
                    "iterator should return strings, not %s (the file should be opened in text mode)"
                    % type(line).__name__
                )
            self.line_num += 1
            yield self._parse(line)

    def __next__(self):
        return next(iter(self))

    # The fields of a record in one line that has quotes; None where they are not simply around fields, or double within such.
    def _split(self, line):
        quote, delimiter = self._plain_quote, self._delimiter
        # outside of quotes, inside, outside, and so on
        pieces = line.split(quote)
        last = len(pieces) - 1
        fields = pieces[0].split(delimiter)
        begun = ""
        at = 1
        while at < last:
            inside = pieces[at]
            outside = pieces[at + 1]
            at += 2
            if not outside and at < last:
                # two quotes that stand for one
                begun += inside + quote
                continue
            rest = outside.split(delimiter)
            # Before and behind a field in quotes is nothing but a delimiter.
            if fields.pop() or rest[0]:
                at = 0
                break
            rest[0] = begun + inside
            begun = ""
            fields.extend(rest)
        if at > last:
            return fields
        if line[0] != quote and delimiter + quote not in line:
            return line.split(delimiter)
        return None

    # A record with quotes or escapes, which may go on over several lines.
    def _parse(self, line):
        dialect = self.dialect
        delimiter, quote, escape = dialect.delimiter, dialect.quotechar, dialect.escapechar
        if dialect.quoting == QUOTE_NONE:
            quote = None
        fields = []
        field = []
        # whether the field began with a quote or an escape, and whether we are between quotes
        was_quoted = in_quotes = False
        at_start = True
        record_started = False
        while True:
            at = 0
            end = len(line)
            # an escape before the end of the line
            goes_on = False
            while at < end:
                char = line[at]
                if in_quotes:
                    if char == escape:
                        at += 1
                        field.append(line[at] if at < end else "\n")
                    elif char == quote:
                        if dialect.doublequote and at + 1 < end and line[at + 1] == quote:
                            field.append(quote)
                            at += 1
                        else:
                            in_quotes = False
                            if dialect.strict and dialect.doublequote and at + 1 < end and line[at + 1] not in (delimiter, "\r", "\n"):
                                raise Error("'%s' expected after '%s'" % (delimiter, quote))
                            if dialect.doublequote and at + 1 < end and line[at + 1] == escape:
                                # an escape behind the quote is itself
                                field.append(escape)
                                at += 1
                    else:
                        stop = line.find(quote, at)
                        if escape is not None:
                            before = line.find(escape, at)
                            if before >= 0 and (stop < 0 or before < stop):
                                stop = before
                        if stop < 0:
                            stop = end
                        field.append(line[at:stop])
                        at = stop - 1
                elif char == "\r" or char == "\n":
                    if line[at:].strip("\r\n"):
                        raise Error(
                            "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"
                        )
                    break
                elif char == delimiter:
                    fields.append(self._field(field, was_quoted))
                    field = []
                    was_quoted = False
                    at_start = True
                    at += 1
                    record_started = True
                    continue
                elif char == escape:
                    if at_start:
                        was_quoted = True
                    at += 1
                    field.append(line[at] if at < end else "\n")
                    goes_on = at >= end or (at + 1 == end and line[at] in "\r\n")
                    at_start = False
                elif char == quote and at_start:
                    in_quotes = was_quoted = True
                    at_start = False
                elif char == " " and at_start and dialect.skipinitialspace:
                    pass
                else:
                    field.append(char)
                    at_start = False
                record_started = True
                at += 1
            if not in_quotes and not goes_on:
                break
            try:
                line = next(self._lines)
            except StopIteration:
                if dialect.strict:
                    raise Error("unexpected end of data")
                break
            self.line_num += 1
        if not record_started:
            return []
        fields.append(self._field(field, was_quoted))
        return fields

    def _field(self, parts, was_quoted):
        text = "".join(parts)
        if len(text) > _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        if self.dialect.quoting == QUOTE_NONNUMERIC and text and not was_quoted:
            return float(text)
        return text


def reader(csvfile, dialect="excel", **options):
    return _Reader(csvfile, _Format(dialect, options))


class _Writer:
    def __init__(self, file, dialect):
        if not hasattr(file, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write = file.write
        self.dialect = dialect
        special = dialect.lineterminator + (dialect.quotechar or "") + (dialect.escapechar or "")
        others = list(set(special) - {dialect.delimiter})
        self._special = [dialect.delimiter] + others
        self._delimiter = dialect.delimiter
        self._lineterminator = dialect.lineterminator
        # where rows are simple: the three characters besides the delimiter that fields in quotes have, in most dialects
        self._others = None
        if dialect.quoting == QUOTE_MINIMAL and dialect.escapechar is None and dialect.doublequote and 1 <= len(others) <= 3:
            self._others = (others * 3)[:3]

    def writerow(self, row):
        try:
            row = list(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__)
        texts = [field if isinstance(field, str) else "" if field is None else str(field) for field in row]
        delimiter = self._delimiter
        try:
            line = delimiter.join(texts)
        except TypeError:
            # kinds of str, which `join` refuses: their own text, whatever `str()` says of them
            texts = [text + "" for text in texts]
            line = delimiter.join(texts)
        if not (self._others and line):
            return self._write(self._quoted(row, texts))
        # One look at the line says whether any of its fields has a special character.
        a, b, c = self._others
        if a in line or b in line or c in line or line.count(delimiter) != len(texts) - 1:
            quote = self.dialect.quotechar
            for at, text in enumerate(texts):
                if delimiter in text or a in text or b in text or c in text:
                    if quote in text:
                        text = text.replace(quote, quote + quote)
                    texts[at] = quote + text + quote
            line = delimiter.join(texts)
        return self._write(line + self._lineterminator)

    def _quoted(self, row, texts):
        quoting = self.dialect.quoting
        out = []
        for at, text in enumerate(texts):
            quote = quoting == QUOTE_ALL or (quoting == QUOTE_NONNUMERIC and not isinstance(row[at], (int, float)))
            for char in self._special:
                if char in text:
                    text, quote = self._escape(text, quote)
                    break
            out.append(self.dialect.quotechar + text + self.dialect.quotechar if quote else text)
        if len(out) == 1 and not out[0]:
            if quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            out[0] = self.dialect.quotechar * 2
        return self._delimiter.join(out) + self._lineterminator

    # The text of a field that has special characters, and whether it needs quotes.
    def _escape(self, text, quote):
        dialect = self.dialect
        quotechar, escape = dialect.quotechar, dialect.escapechar
        if escape is None and dialect.doublequote and dialect.quoting != QUOTE_NONE:
            return text.replace(quotechar, quotechar * 2), True
        out = []
        for char in text:
            if char not in self._special:
                out.append(char)
                continue
            if dialect.quoting == QUOTE_NONE:
                wants_escape = True
            elif char == quotechar:
                wants_escape = not dialect.doublequote
                if not wants_escape:
                    out.append(quotechar)
                    quote = True
            elif char == escape:
                wants_escape = True
            else:
                wants_escape = False
                quote = True
            if wants_escape:
                if escape is None:
                    raise Error("need to escape, but no escapechar set")
                out.append(escape)
            out.append(char)
        return "".join(out), quote

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **options):
    return _Writer(csvfile, _Format(dialect, options))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect

    @property
    def line_num(self):
        return self.reader.line_num

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __iter__(self):
        if type(self) is not DictReader:
            return self
        return self._rows()

    def _rows(self):
        names = self.fieldnames
        for row in self.reader:
            if row:
                names = self._fieldnames
                if len(names) == len(row):
                    yield {name: value for name, value in zip(names, row)}
                else:
                    yield self._uneven(names, row)

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        return self._uneven(names, row)

    def _uneven(self, names, row):
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            result[name] = self.restval
        return result


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        names = self.fieldnames
        if self.extrasaction == "raise":
            wrong = [key for key in rowdict if key not in names]
            if wrong:
                raise ValueError(
                    "dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong])
                )
        restval = self.restval
        return [rowdict.get(name, restval) for name in names]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        for rowdict in rowdicts:
            self.writerow(rowdict)


class Sniffer:
    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line]
        best = None
        for char in self.preferred + ["|"]:
            if delimiters is not None and char not in delimiters:
                continue
            counts = [line.count(char) for line in lines]
            if counts and counts[0] and min(counts) == max(counts):
                best = char
                break
        if best is None:
            for char in delimiters or self.preferred:
                if all([char in line for line in lines]) and lines:
                    best = char
                    break
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.delimiter = best
        dialect.quotechar = "'" if "'" + best in sample and '"' not in sample else '"'
        dialect.doublequote = '""' in sample
        dialect.skipinitialspace = best + " " in sample and best != " "
        return dialect

    def has_header(self, sample):
        rows = list(reader(sample.splitlines(), self.sniff(sample)))
        header, rest = rows[0], [row for row in rows[1:21] if len(row) == len(rows[0])]
        votes = 0
        for column in range(len(header)):
            kinds = set()
            for row in rest:
                try:
                    complex(row[column])
                    kinds.add(complex)
                except (ValueError, OverflowError):
                    kinds.add(len(row[column]))
            if len(kinds) != 1:
                continue
            kind = kinds.pop()
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    complex(header[column])
                    votes -= 1
                except (ValueError, TypeError):
                    votes += 1
        return votes > 0
