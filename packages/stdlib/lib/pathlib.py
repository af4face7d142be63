import os


def _open(*args):
    from io import open

    return open(*args)


def _parse(parts):
    path = os.path.join(*[os.fspath(part) for part in parts]) if parts else ""
    root = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    return root, [part for part in path.split("/") if part not in ("", ".")]


class PurePath:
    def __init__(self, *parts):
        self.root, self._parts = _parse(parts)

    def _with(self, parts):
        path = type(self)()
        path.root, path._parts = self.root, parts
        return path

    @property
    def parts(self):
        return tuple(([self.root] if self.root else []) + self._parts)

    @property
    def anchor(self):
        return self.root

    drive = ""

    @property
    def name(self):
        return self._parts[-1] if self._parts else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        return name[: len(name) - len(self.suffix)]

    @property
    def parent(self):
        return self._with(self._parts[:-1])

    @property
    def parents(self):
        return tuple([self._with(self._parts[:end]) for end in range(len(self._parts) - 1, -1, -1)])

    def is_absolute(self):
        return self.root != ""

    def as_posix(self):
        return str(self)

    def joinpath(self, *others):
        return type(self)(self, *others)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % self)
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % name)
        return self._with(self._parts[:-1] + [name])

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith(".") or suffix == "." or "/" in suffix:
            raise ValueError("Invalid suffix %r" % suffix)
        return self.with_name(self.stem + suffix)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def relative_to(self, *other):
        base = type(self)(*other)
        count = len(base._parts)
        if self.root != base.root or self._parts[:count] != base._parts:
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute." % (str(self), str(base)))
        path = self._with(self._parts[count:])
        path.root = ""
        return path

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def match(self, pattern):
        import fnmatch

        root, wanted = _parse([pattern])
        mine = self._parts if root else self._parts[-len(wanted) :]
        if len(mine) != len(wanted) or (root and root != self.root):
            return False
        return all([fnmatch.fnmatchcase(name, want) for name, want in zip(mine, wanted)])

    def __truediv__(self, other):
        return type(self)(self, other)

    def __rtruediv__(self, other):
        return type(self)(other, self)

    def __fspath__(self):
        return str(self)

    def __str__(self):
        return self.root + "/".join(self._parts) or "."

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __eq__(self, other):
        return isinstance(other, PurePath) and self.root == other.root and self._parts == other._parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __gt__(self, other):
        return self.parts > other.parts

    def __ge__(self, other):
        return self.parts >= other.parts

    def __hash__(self):
        return hash(str(self))


class PosixPath(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    def absolute(self):
        return type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        path = type(self)(os.path.abspath(self))
        if strict:
            path.stat()
        return path

    def expanduser(self):
        return self

    def stat(self):
        return os.stat(self)

    lstat = stat

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_symlink(self):
        return False

    def samefile(self, other):
        return os.path.samefile(self, other)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return _open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with _open(self, "r", -1, encoding, errors) as file:
            return file.read()

    def read_bytes(self):
        with _open(self, "rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with _open(self, "w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with _open(self, "wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        _open(self, "a" if exist_ok else "x").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents and not self.parent.exists():
            self.parent.mkdir(mode, True, True)
        try:
            os.mkdir(self)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.remove(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    replace = rename

    def iterdir(self):
        return iter([self / name for name in os.listdir(self)])

    def glob(self, pattern):
        root, parts = _parse([pattern])
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self._glob(parts)

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def _glob(self, parts):
        import fnmatch

        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if first == "**":
            seen = set()
            for directory, _, _ in os.walk(self):
                directory = type(self)(directory)
                for found in directory._glob(rest) if rest else [directory]:
                    if found not in seen:
                        seen.add(found)
                        yield found
        elif not any([char in first for char in "*?["]):
            found = self / first
            if found.exists():
                yield from found._glob(rest)
        elif self.is_dir():
            for name in sorted(os.listdir(self)):
                if fnmatch.fnmatchcase(name, first) and (not rest or os.path.isdir(self / name)):
                    yield from (self / name)._glob(rest)


class Path(PosixPath):
    def __repr__(self):
        return "PosixPath(%r)" % str(self)


PurePosixPath = PurePath
