# What sys has in CPython and not in MicroPython: read when a program asks for it.

from _native import caught
from collections import namedtuple

version_info = namedtuple("version_info", ("major", "minor", "micro", "releaselevel", "serial"))(3, 11, 0, "final", 0)
version = "3.11.0 (MicroPython)"
hexversion = 0x030B00F0
implementation = namedtuple("namespace", ("name", "version", "hexversion", "cache_tag"))(
    "micropython", version_info, hexversion, None
)
platform = "linux"
maxsize = 0x7FFFFFFFFFFFFFFF
maxunicode = 0x10FFFF
executable = ""
prefix = exec_prefix = base_prefix = base_exec_prefix = ""
copyright = ""
orig_argv = []
warnoptions = []
dont_write_bytecode = True
float_info = namedtuple(
    "float_info",
    (
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ),
)(1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1)
int_info = namedtuple("int_info", ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"))(
    30, 4, 4300, 640
)
flags = namedtuple(
    "flags",
    ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "verbose", "utf8_mode"),
)(0, 0, 0, 0, 1, 1, 1, 0, 1)


def getsizeof(object, default=None):
    import _sizes

    return _sizes.size_of(object)


# The exception that was caught last: also after its handler has ended.
def exc_info():
    error = caught[0]
    if error is None:
        return (None, None, None)
    return type(error), error, getattr(error, "__traceback__", None)


def exception():
    return caught[0]


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    if not isinstance(limit, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(limit).__name__)
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def intern(string):
    if not isinstance(string, str):
        raise TypeError("intern() argument must be str, not " + type(string).__name__)
    return string


def getrefcount(object):
    return 1


def gettrace():
    return None


def settrace(function):
    pass


def is_finalizing():
    return False


builtin_module_names = ("builtins", "gc", "sys", "time")
stdlib_module_names = frozenset()
