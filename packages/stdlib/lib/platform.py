def system():
    return "Linux"


def machine():
    return "wasm32"


def processor():
    return ""


def node():
    return "sandbox"


def release():
    return ""


def version():
    return ""


def architecture(*args, **kwargs):
    return ("64bit", "")


def platform(aliased=False, terse=False):
    return "Linux-wasm32"


def python_implementation():
    return "MicroPython"


def python_version():
    return "3.11.0"


def python_version_tuple():
    return ("3", "11", "0")


def python_compiler():
    return "WebAssembly"


def python_build():
    return ("", "")


def python_branch():
    return ""


def python_revision():
    return ""


def libc_ver(*args, **kwargs):
    return ("", "")



def uname():
    from collections import namedtuple

    kind = namedtuple("uname_result", ("system", "node", "release", "version", "machine"))
    return kind(system(), node(), release(), version(), machine())
