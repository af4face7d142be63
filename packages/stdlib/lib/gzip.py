# Files in gzip's format.

import zlib

_open_file = open

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=None):
    if mtime is None:
        from time import time

        mtime = time()
    data = zlib.compress(data, compresslevel, 31)
    return data[:4] + (int(mtime) & 0xFFFFFFFF).to_bytes(4, "little") + data[8:9] + b"\xff" + data[10:]


def decompress(data):
    data = bytes(data)
    parts = []
    while data:
        if data[:2] != b"\x1f\x8b":
            raise BadGzipFile("Not a gzipped file (%r)" % data[:2])
        reader = zlib.decompressobj(31)
        try:
            parts.append(reader.decompress(data))
        except zlib.error as fault:
            if "data check" in str(fault):
                raise BadGzipFile("CRC check failed")
            if "length check" in str(fault):
                raise BadGzipFile("Incorrect length of data produced")
            raise
        if not reader.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data = reader.unused_data.lstrip(b"\0")
    return b"".join(parts)


class GzipFile:
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode is None:
            mode = "rb"
        if mode[0] not in "rwax" or "t" in mode or "U" in mode:
            raise ValueError("Invalid mode: %r" % mode)
        if "b" not in mode:
            mode += "b"
        self._own = None
        if fileobj is None:
            fileobj = self._own = _open_file(filename, mode)
        self.fileobj = fileobj
        self.name = filename or getattr(fileobj, "name", "")
        self.mode = 1 if mode[0] == "r" else 2
        self.mtime = mtime
        self._level = compresslevel
        self._reader = None
        self._pending = [] if self.mode == 2 else None
        self._size = 0
        self.closed = False

    def _opened(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self.mode == 2:
            raise OSError(9, "read() on write-only GzipFile object")
        if self._reader is None:
            from io import BytesIO

            self._reader = BytesIO(decompress(self.fileobj.read()))
        return self._reader

    def read(self, size=-1):
        return self._opened().read(size)

    def readline(self, size=-1):
        return self._opened().readline()

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, offset, whence=0):
        return self._opened().seek(offset, whence)

    def tell(self):
        return self._size if self.mode == 2 else self._opened().tell()

    def write(self, data):
        if self.closed:
            raise ValueError("write() on closed GzipFile object")
        if self.mode == 1:
            raise OSError(9, "write() on read-only GzipFile object")
        data = bytes(data)
        self._pending.append(data)
        self._size += len(data)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readable(self):
        return self.mode == 1

    def writable(self):
        return self.mode == 2

    def seekable(self):
        return True

    def flush(self):
        pass

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self.mode == 2:
            self.fileobj.write(compress(b"".join(self._pending), self._level, mtime=self.mtime))
        if self._own is not None:
            self._own.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


# The lines and texts of a file of bytes.
class _Text:
    def __init__(self, file, encoding):
        self._file = file
        self._encoding = encoding or "utf-8"

    def read(self, size=-1):
        return self._file.read(size).decode(self._encoding)

    def readline(self):
        return self._file.readline().decode(self._encoding)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._file).decode(self._encoding)

    def write(self, text):
        self._file.write(text.encode(self._encoding))
        return len(text)

    def close(self):
        self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" not in mode and encoding is not None:
        raise ValueError("Argument 'encoding' not supported in binary mode")
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return _Text(file, encoding) if "t" in mode else file
