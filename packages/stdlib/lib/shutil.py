import os

_CHUNK_BYTES = 65536
_EXDEV = 18


class Error(OSError):
    pass


def copyfileobj(fsrc, fdst, length=_CHUNK_BYTES):
    while True:
        data = fsrc.read(length)
        if not data:
            return
        fdst.write(data)


def copyfile(src, dst, follow_symlinks=True):
    with open(src, "rb") as source, open(dst, "wb") as target:
        copyfileobj(source, target)
    return dst


def copy(src, dst, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, dirs_exist_ok=False):
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in os.listdir(src):
        source, target = os.path.join(src, name), os.path.join(dst, name)
        if os.path.isdir(source):
            copytree(source, target, dirs_exist_ok)
        else:
            copyfile(source, target)
    return dst


def rmtree(path, ignore_errors=False):
    try:
        for name in os.listdir(path):
            inside = os.path.join(path, name)
            if os.path.isdir(inside):
                rmtree(inside, ignore_errors)
            else:
                os.remove(inside)
        os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
    try:
        os.rename(src, dst)
    except OSError as error:
        if error.errno != _EXDEV:
            raise
        if os.path.isdir(src):
            copytree(src, dst)
            rmtree(src)
        else:
            copyfile(src, dst)
            os.remove(src)
    return dst
