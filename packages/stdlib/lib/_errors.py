# CPython's messages of OSError. MicroPython's C code raises a bare OSError(number).

_messages = {
    1: "Operation not permitted",
    2: "No such file or directory",
    5: "Input/output error",
    9: "Bad file descriptor",
    12: "Cannot allocate memory",
    13: "Permission denied",
    14: "Bad address",
    16: "Device or resource busy",
    17: "File exists",
    18: "Invalid cross-device link",
    20: "Not a directory",
    21: "Is a directory",
    22: "Invalid argument",
    24: "Too many open files",
    27: "File too large",
    28: "No space left on device",
    30: "Read-only file system",
    36: "File name too long",
    38: "Function not implemented",
    39: "Directory not empty",
    40: "Too many levels of symbolic links",
    75: "Value too large for defined data type",
    84: "Invalid or incomplete multibyte or wide character",
}


def strerror(number):
    return _messages.get(number, "Unknown error %d" % number)


# The exception that CPython would raise in place of C's OSError(number).
def error_for(error, filename=None, filename2=None):
    if filename is not None:
        filename = fspath(filename)
    if filename2 is not None:
        filename2 = fspath(filename2)
    return OSError(error.errno, strerror(error.errno), filename, None, filename2)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        convert = path.__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return convert()


# A path as C's functions take it.
def native(path):
    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    if "\0" in path:
        raise ValueError("embedded null byte")
    # the library's own folder, which is none of the guest's files
    if path.startswith("<sandbox>"):
        path = "./" + path
    # MicroPython refuses everything at the root itself
    return "/." if path and not path.strip("/") else path
