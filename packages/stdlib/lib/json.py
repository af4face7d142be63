# MicroPython's own reads a file byte by byte.

from ujson import dumps, loads


def load(fp, **options):
    return loads(fp.read(), **options)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))
