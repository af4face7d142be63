import uos as _os
from collections import namedtuple
from _errors import error_for, fspath, native, strerror

name = "posix"
sep = "/"
altsep = None
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
linesep = "\n"
devnull = "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

error = OSError

# What the host gives: by default nothing.
environ = {}


class PathLike:
    pass


stat_result = namedtuple(
    "stat_result",
    ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime"),
)


def _call(function, path):
    try:
        return function(native(path))
    except OSError as error:
        raise error_for(error, path)


def getenv(key, default=None):
    return environ.get(key, default)


def getcwd():
    return _os.getcwd()


def chdir(path):
    _call(_os.chdir, path)


def listdir(path="."):
    return _call(_os.listdir, path)


def stat(path):
    return stat_result(*_call(_os.stat, path))


lstat = stat


def access(path, mode):
    try:
        writable = stat(path).st_mode & 0o200 != 0
        return writable or not mode & W_OK
    except OSError:
        return False


def mkdir(path, mode=0o777):
    _call(_os.mkdir, path)


def makedirs(name, mode=0o777, exist_ok=False):
    parent, last = path.split(fspath(name))
    if not last:
        parent, last = path.split(parent)
    if parent and last and not path.exists(parent):
        makedirs(parent, mode, True)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path):
    _call(_os.remove, path)


unlink = remove


def rmdir(path):
    _call(_os.rmdir, path)


def removedirs(name):
    rmdir(name)
    parent = path.dirname(fspath(name).rstrip("/"))
    while parent:
        try:
            rmdir(parent)
        except OSError:
            break
        parent = path.dirname(parent)


def rename(src, dst):
    try:
        _os.rename(native(src), native(dst))
    except OSError as error:
        raise error_for(error, src, dst)


replace = rename


class DirEntry:
    def __init__(self, directory, name):
        self.name = name
        self.path = path.join(directory, name)

    def stat(self, follow_symlinks=True):
        return stat(self.path)

    def is_dir(self, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name


class _Scan:
    def __init__(self, directory):
        self._entries = iter([DirEntry(directory, name) for name in listdir(directory)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def close(self):
        pass


def scandir(path="."):
    return _Scan(fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    directories, files = [], []
    try:
        for name in listdir(top):
            (directories if path.isdir(path.join(top, name)) else files).append(name)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    if topdown:
        yield top, directories, files
    for name in directories:
        yield from walk(path.join(top, name), topdown, onerror)
    if not topdown:
        yield top, directories, files


from . import path
