# Files and folders with names of their own, below /tmp. They are gone with their object, or with the session.

import os

TMP_MAX = 10000
template = "tmp"
tempdir = None

_random = None


def gettempdir():
    global tempdir
    if tempdir is None:
        # the first that is there and can be written, or made; in a sandbox without files that is none
        for folder in (os.environ.get("TMPDIR"), "/tmp", os.getcwd()):
            if folder:
                try:
                    os.makedirs(folder, exist_ok=True)
                    os.rmdir(_new_folder(folder))
                except OSError:
                    continue
                tempdir = folder
                return folder
        raise FileNotFoundError(2, "No usable temporary directory found in %r" % ["/tmp", os.getcwd()])
    return tempdir


def _new_folder(folder):
    path = _free_path(folder, template, "")
    os.mkdir(path)
    return path


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def _new_path(suffix, prefix, dir):
    folder = os.path.abspath(gettempdir() if dir is None else os.fspath(dir))
    return _free_path(folder, template if prefix is None else prefix, suffix or "")


def _free_path(folder, prefix, suffix):
    global _random
    if _random is None:
        # a generator of its own, so that names change no random numbers of the program's; making one takes a millisecond
        from random import Random

        _random = Random()
    while True:
        path = os.path.join(folder, prefix + "".join(_random.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8)) + suffix)
        if not os.path.exists(path):
            return path


def mktemp(suffix="", prefix=template, dir=None):
    return _new_path(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _new_path(suffix, prefix, dir)
    os.mkdir(path)
    return path


class _TemporaryFile:
    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete:
                try:
                    os.unlink(self.name)
                except FileNotFoundError:
                    pass


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None
):
    path = _new_path(suffix, prefix, dir)
    options = {} if "b" in mode else {"encoding": encoding, "newline": newline, "errors": errors}
    return _TemporaryFile(open(path, mode, **options), path, delete)


# It has no name that anybody needs.
def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    import io

    return io.BytesIO() if "b" in mode else io.StringIO()


def SpooledTemporaryFile(max_size=0, mode="w+b", *args, **kwargs):
    return TemporaryFile(mode)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors

    def __repr__(self):
        return "<TemporaryDirectory %r>" % self.name

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        self.cleanup()

    def cleanup(self):
        from shutil import rmtree

        if os.path.exists(self.name):
            rmtree(self.name, ignore_errors=self._ignore)
