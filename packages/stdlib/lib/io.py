# Files as in CPython, over MicroPython's unbuffered ones. Reading is buffered; what is written goes out at once, so nothing is lost where a program does not
# close its files.

from uos import getcwd as _getcwd
from uio import BytesIO as _BytesIO, IOBase, StringIO as _StringIO, open as _open
from _errors import error_for, native
import gc

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192

# In place of whence: makes the file as long as the offset says.
_RESIZE = 16

_EMFILE = 24
_EFBIG = 27
_MAX_POSITION = 0x7FFFFFFF


class UnsupportedOperation(OSError):
    pass


# What MicroPython's streams in memory lack.
class _InMemory:
    closed = False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def truncate(self, size=None):
        if size is None:
            size = self.tell()
        at = self.tell()
        kept = self.getvalue()[:size]
        self.seek(0)
        self._reset(kept)
        self.seek(at)
        return size

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False


class StringIO(_InMemory, _StringIO):
    newlines = None
    encoding = None
    errors = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        _StringIO.__init__(self, initial_value or "")

    def close(self):
        super().close()
        self.closed = True

    def _reset(self, text):
        _StringIO.__init__(self, text)

    # The lines, for `csv`: in half of the time, since many are read at once. Between them the position is behind the last one given, and a program that moves it, or
    # closes, is noticed; what it writes further on may come too late.
    def _lines_ahead(self):
        if type(self) is not StringIO:
            yield from self
            return
        seek, tell = self.seek, self.tell
        size = 128
        line = self.readline()
        while line:
            yield line
            at = tell()
            text = self.read(size)
            is_ascii = tell() - at == len(text)
            seek(at)
            lines = text.split("\n")
            lines.pop()
            size = min(2 * size, DEFAULT_BUFFER_SIZE)
            for line in lines:
                line += "\n"
                at += len(line) if is_ascii else len(line.encode())
                seek(at)
                yield line
                if tell() != at or self.closed:
                    size = 128
                    break
            line = self.readline()


class BytesIO(_InMemory, _BytesIO):
    def __init__(self, initial_bytes=b""):
        _BytesIO.__init__(self, initial_bytes or b"")

    def close(self):
        super().close()
        self.closed = True

    def _reset(self, data):
        _BytesIO.__init__(self, data)

    def getbuffer(self):
        return memoryview(self.getvalue())

    def read1(self, size=-1):
        return self.read(size)


class BufferedIOBase(IOBase):
    def __init__(self, raw, name, mode):
        self._raw = raw
        self.name = name
        self.mode = mode
        self._buffer = b""
        self._at = 0
        self._readable = "r" in mode or "+" in mode
        self._writable = "r" not in mode or "+" in mode

    def _open_raw(self):
        raw = self._raw
        if raw is None:
            raise ValueError("I/O operation on closed file.")
        return raw

    def _raw_read(self, count):
        raw = self._open_raw()
        if not self._readable:
            raise UnsupportedOperation(self._refusals[0])
        try:
            return raw.read(count)
        except OSError as error:
            raise error_for(error)

    # Puts more behind what is left in the buffer; False at the end of the file.
    def _fill(self):
        more = self._raw_read(DEFAULT_BUFFER_SIZE)
        self._buffer = self._buffer[self._at :] + more
        self._at = 0
        return len(more) > 0

    def _read_bytes(self, count):
        buffer, at = self._buffer, self._at
        if count is None or count < 0:
            rest = self._raw_read(-1)
            self._buffer, self._at = b"", 0
            return buffer[at:] + rest if at < len(buffer) else rest
        if len(buffer) - at < count:
            if count < DEFAULT_BUFFER_SIZE:
                self._fill()
                buffer, at = self._buffer, 0
            else:
                rest = self._raw_read(count - len(buffer) + at)
                self._buffer, self._at = b"", 0
                return buffer[at:] + rest
        elif self._raw is None:
            self._open_raw()
        data = buffer[at : at + count]
        self._at = at + len(data)
        return data

    def _read_line(self, limit, ending=b"\n"):
        searched = self._at
        while True:
            end = self._buffer.find(ending, searched)
            if end >= 0:
                end += len(ending)
                break
            had = len(self._buffer) - self._at
            if 0 <= limit <= had or not self._fill():
                end = len(self._buffer)
                break
            # an ending of two bytes may have been cut
            searched = max(had - 1, 0)
        if 0 <= limit < end - self._at:
            end = self._at + limit
        line = self._buffer[self._at : end]
        self._at = end
        return line

    # Before anything but reading: the raw file's position becomes this one's.
    def _settle(self):
        raw = self._open_raw()
        ahead = len(self._buffer) - self._at
        self._buffer, self._at = b"", 0
        if ahead:
            raw.seek(-ahead, 1)
        return raw

    def _write_bytes(self, data):
        if not self._writable:
            self._open_raw()
            raise UnsupportedOperation(self._refusals[1])
        try:
            self._settle().write(data)
        except OSError as error:
            raise error_for(error)

    def seek(self, offset, whence=0):
        if whence not in (0, 1, 2):
            raise ValueError("invalid whence (%s, should be 0, 1 or 2)" % whence)
        if whence == 0 and offset < 0:
            raise ValueError("negative seek %s %d" % (self._place, offset))
        try:
            if not -_MAX_POSITION <= offset <= _MAX_POSITION:
                raise OSError(_EFBIG)
            return self._settle().seek(offset, whence)
        except OSError as error:
            raise error_for(error)

    def tell(self):
        try:
            return self._open_raw().tell() - len(self._buffer) + self._at
        except OSError as error:
            raise error_for(error)

    def truncate(self, size=None):
        if size is None:
            size = self.tell()
        if not self._writable:
            raise UnsupportedOperation("truncate")
        try:
            if size > _MAX_POSITION:
                raise OSError(_EFBIG)
            self._settle().seek(size, _RESIZE)
        except OSError as error:
            raise error_for(error)
        return size

    def readlines(self, hint=-1):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        self._open_raw()

    def close(self):
        raw, self._raw = self._raw, None
        self._buffer, self._at = b"", 0
        if raw is not None:
            raw.close()

    @property
    def closed(self):
        return self._raw is None

    def fileno(self):
        return self._open_raw().fileno()

    def isatty(self):
        return False

    def readable(self):
        return self._readable

    def writable(self):
        return self._writable

    def seekable(self):
        return True

    def __enter__(self):
        self._open_raw()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    # C's functions ask for this; only flushing and closing mean something here.
    def ioctl(self, request, argument):
        if request == 4:
            self.close()
        return 0 if request in (1, 4) else -22

    def __repr__(self):
        return "<_io.%s name=%r>" % (type(self).__name__, self.name)


class BufferedReader(BufferedIOBase):
    _refusals = "read", "write"
    _place = "value"

    def read(self, size=-1):
        return self._read_bytes(size)

    read1 = read

    def peek(self, size=0):
        if self._at == len(self._buffer):
            self._fill()
        return self._buffer[self._at :]

    def readline(self, size=-1):
        return self._read_line(-1 if size is None else size)

    def readinto(self, buffer):
        data = self._read_bytes(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._write_bytes(data)
        return len(data)


class BufferedWriter(BufferedReader):
    pass


class BufferedRandom(BufferedReader):
    pass


FileIO = BufferedRandom

_utf8 = ("utf-8", "utf8", "u8", "cp65001")
_latin1 = ("latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1")
_ascii = ("ascii", "us-ascii")
_BOM = b"\xef\xbb\xbf"


class TextIOWrapper(BufferedIOBase):
    _refusals = "not readable", "not writable"
    _place = "position"

    def __init__(self, raw, name, mode, encoding=None, errors=None, newline=None):
        super().__init__(raw, name, mode)
        self.encoding = "UTF-8" if encoding is None else encoding
        self.errors = "strict" if errors is None else errors
        self.newlines = None
        self._newline = newline
        encoding = self.encoding.lower().replace("_", "-")
        self._mark = encoding == "utf-8-sig"
        self._is_utf8 = self._mark or encoding in _utf8
        self._top = 128 if encoding in _ascii else 256
        if not (self._is_utf8 or self._top == 128 or encoding in _latin1):
            raise LookupError("unknown encoding: " + encoding)

    def _decode(self, data):
        if self._is_utf8:
            try:
                return data.decode()
            except UnicodeError:
                if self.errors == "strict":
                    raise UnicodeError("'utf-8' codec can't decode the file's bytes")
                return _decode_lossy(data, "" if self.errors == "ignore" else "\ufffd")
        if self.errors == "strict" and data and max(data) >= self._top:
            raise UnicodeError("'ascii' codec can't decode byte 0x%02x: ordinal not in range(128)" % max(data))
        return "".join([chr(byte) if byte < self._top else "\ufffd" for byte in data])

    def _encode(self, text):
        if self._newline not in (None, "", "\n"):
            text = text.replace("\n", self._newline)
        if self._is_utf8:
            data = text.encode()
            return _BOM + data if self._mark and self.tell() == 0 else data
        top = self._top
        if self.errors == "strict" and any(ord(char) >= top for char in text):
            raise UnicodeError("%r codec can't encode character: ordinal not in range(%d)" % (self.encoding, top))
        return bytes([ord(char) if ord(char) < top else 63 for char in text])

    def _skip_mark(self):
        if self._mark and self.tell() == 0:
            if self._read_bytes(3) != _BOM:
                self.seek(0)

    # The text of bytes that end where a line does, or a character.
    def _text(self, data):
        text = self._decode(data)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1):
        self._skip_mark()
        if size is None or size < 0:
            return self._text(self._read_bytes(-1))
        parts = []
        while size > 0:
            data = self._read_bytes(size)
            if not data:
                break
            while self._is_utf8 and _is_cut(data):
                more = self._read_bytes(1)
                if not more:
                    break
                data += more
            if self._newline is None and data.endswith(b"\r") and self._peek() == b"\n":
                data += self._read_bytes(1)
            text = self._text(data)
            parts.append(text)
            size -= len(text)
        return "".join(parts)

    def _peek(self):
        if self._at == len(self._buffer):
            self._fill()
        return self._buffer[self._at : self._at + 1]

    def readline(self, size=-1):
        if self._mark:
            self._skip_mark()
        if size is not None and size >= 0:
            return self._short_line(size)
        newline = self._newline
        if newline:
            return self._decode(self._read_line(-1, newline.encode()))
        line = self._read_line(-1)
        if b"\r" in line:
            line = self._split_at_return(line)
        return self._decode(line) if newline == "" else self._text(line)

    # Of a line that holds a return: as far as the first line ending, whichever it is.
    def _split_at_return(self, line):
        end = line.find(b"\r") + 1
        if end == len(line):
            return line
        return self._give_back(line, end + 1 if line[end] == 10 else end)

    def _give_back(self, line, end):
        self._at -= len(line) - end
        return line[:end]

    def _short_line(self, size):
        parts = []
        while size > 0:
            char = self.read(1)
            parts.append(char)
            if char == "\n" or not char:
                break
            size -= 1
        return "".join(parts)

    # C's functions read bytes, and write bytes as a bytearray.
    def readinto(self, buffer):
        data = self._read_bytes(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, text):
        if isinstance(text, bytearray):
            self._write_bytes(text)
        elif isinstance(text, str):
            self._write_bytes(self._encode(text))
        else:
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        return len(text)

    @property
    def buffer(self):
        return BufferedReader(self._settle(), self.name, self.mode)

    def __repr__(self):
        return "<_io.TextIOWrapper name=%r mode=%r encoding=%r>" % (self.name, self.mode, self.encoding)


# Whether the bytes end inside a character.
def _is_cut(data):
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:
            return back < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4)
        if byte < 0x80:
            return False
    return False


def _decode_lossy(data, replacement):
    parts = []
    at = 0
    while at < len(data):
        byte = data[at]
        size = 1 if byte < 0x80 else 2 if 0xC2 <= byte < 0xE0 else 3 if 0xE0 <= byte < 0xF0 else 4
        try:
            parts.append(data[at : at + size].decode())
            at += size
        except UnicodeError:
            parts.append(replacement)
            at += 1
    return "".join(parts)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    for char in mode:
        if char not in "rwaxbt+" or mode.count(char) > 1:
            raise ValueError("invalid mode: %r" % mode)
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum([char in mode for char in "rwax"]) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError("illegal newline value: %s" % newline)
    raw = _open_path(file, mode)
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    plus = "+" in mode
    if binary:
        kind = BufferedRandom if plus else BufferedReader if "r" in mode else BufferedWriter
        return kind(raw, file, mode.replace("t", ""))
    try:
        return TextIOWrapper(raw, file, mode, encoding, errors, newline)
    except LookupError:
        raw.close()
        raise


def _open_path(file, mode):
    path = file if isinstance(file, int) else native(file)
    plain = mode.replace("t", "").replace("b", "").replace("x", "w") + "b"
    try:
        if "x" in mode:
            try:
                _open(path, "rb").close()
                raise OSError(17)
            except OSError as error:
                if error.errno == 21:
                    raise OSError(17)
                if error.errno != 2:
                    raise
        # where nothing comes between, an import is opening what it has found: the host gives those modules lowered (src/frontend)
        if isinstance(path, str) and path.endswith(".py"):
            _getcwd()
        try:
            raw = _open(path, plain)
        except OSError as error:
            if error.errno != _EMFILE:
                raise
            # those that nobody can reach any more are closed by a collection
            gc.collect()
            raw = _open(path, plain)
        if "a" in mode:
            raw.seek(0, 2)
        return raw
    except OSError as error:
        raise error_for(error, file)
