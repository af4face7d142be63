import uos as _os
from _errors import fspath, native

sep = "/"
curdir = "."
pardir = ".."


def isabs(path):
    return fspath(path).startswith("/")


def join(path, *paths):
    path = fspath(path)
    for part in paths:
        part = fspath(part)
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    path = fspath(path)
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    return head.rstrip("/") or head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = fspath(path)
    dot = path.rfind(".")
    name = path.rfind("/") + 1
    if path[name:dot].replace(".", "") == "" or dot < name:
        return path, ""
    return path[:dot], path[dot:]


def splitdrive(path):
    return "", fspath(path)


def normcase(path):
    return fspath(path)


def normpath(path):
    path = fspath(path)
    parts = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part == ".." and path.startswith("/"):
            pass
        elif part not in ("", "."):
            parts.append(part)
    start = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    return start + "/".join(parts) or "."


def abspath(path):
    return normpath(join(_os.getcwd(), path))


realpath = abspath


def relpath(path, start="."):
    to = [part for part in abspath(path).split("/") if part]
    base = [part for part in abspath(start).split("/") if part]
    same = 0
    while same < len(to) and same < len(base) and to[same] == base[same]:
        same += 1
    return "/".join([".."] * (len(base) - same) + to[same:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    first, last = min(paths), max(paths)
    same = 0
    while same < len(first) and first[same] == last[same]:
        same += 1
    return first[:same]


def commonpath(paths):
    paths = [fspath(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = [path.startswith("/") for path in paths]
    if any(absolute) and not all(absolute):
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split("/") if part not in ("", ".")] for path in paths]
    return ("/" if absolute[0] else "") + "/".join(commonprefix(parts))


def expanduser(path):
    return fspath(path)


def _stat(path):
    try:
        return _os.stat(native(path))
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


lexists = exists


def isfile(path):
    stat = _stat(path)
    return stat is not None and stat[0] & 0o170000 == 0o100000


def isdir(path):
    stat = _stat(path)
    return stat is not None and stat[0] & 0o170000 == 0o040000


def islink(path):
    return False


def ismount(path):
    return abspath(path) == "/"


def samefile(a, b):
    os_stat(a)
    os_stat(b)
    return abspath(a) == abspath(b)


def getsize(path):
    return os_stat(path)[6]


def getatime(path):
    return os_stat(path)[7]


def getmtime(path):
    return os_stat(path)[8]


def getctime(path):
    return os_stat(path)[9]


# os.stat, with its errors.
def os_stat(path):
    import os

    return os.stat(path)
