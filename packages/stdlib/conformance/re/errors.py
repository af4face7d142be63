import re


def check(pattern, flags=0):
    try:
        re.compile(pattern, flags)
        print(repr(pattern), "ok")
    except Exception as error:
        print(repr(pattern), type(error).__name__, error)


for pattern in (
    "(", ")", "(a", "a)", "[", "[a", "[z-a]", "*", "+a", "a**", "a{2}{3}", "a{3,2}", "(?P<n>a)(?P<n>b)",
    "(?P<1>a)", "(?P<>a)", "(?P<n", "(?P=x)", "(?P!x)", "(?z)", "(?", "(?<x)", "\\", "\\1", "(a)\\2", "(a\\1)", "\\q",
    "\\x1", "\\u12", "[\\q]", "[\\d-z]", "(?<=a*)b", "(?<!a|bc)d", "(?(1)a)", "(?(x)a)", "(a)(?(1)b|c|d)", "(?(0)a)",
    "a(?i)b", "(?i-)", "(?-i)", "(?i-i:a)", "(?au:a)", "(?L:a)", "(?#abc", "\\400", "(?:", "x{99999999999}", "(?P<a b>x)", "a\n(b", "|*", "(?:+)",
):
    check(pattern)

check(b"\\u1234")
check(b"(?u:a)")
check("a", re.L)
check("a", re.A | re.U)
check(b"a", re.U)
check(b"[a")
check(7)

try:
    re.compile("(b", 0)
except re.error as error:
    print("error", error.msg, error.pattern, error.pos, error.lineno, error.colno, isinstance(error, Exception))


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error)


m = re.match("(?P<a>x)", "x")
fails("no group", lambda: m.group(2))
fails("no name", lambda: m.group("b"))
fails("item", lambda: m[5])
fails("negative", lambda: m.group(-1))
fails("start", lambda: m.start("zz"))
fails("template", lambda: re.sub("a", r"\1", "a"))
fails("template name", lambda: re.sub("a", r"\g<x>", "a"))
fails("template end", lambda: re.sub("a", "\\", "a"))
fails("template escape", lambda: re.sub("a", r"\q", "a"))
fails("template missing", lambda: re.sub("a", r"\g", "a"))
fails("template open", lambda: re.sub("a", r"\g<1", "a"))
fails("template number", lambda: re.sub("(a)", r"\g<7>", "a"))
fails("not a string", lambda: re.match("a", 5))
fails("none", lambda: re.findall("a", None))
fails("list", lambda: re.split("a", ["a"]))
fails("bytes text", lambda: re.match("a", b"a"))
fails("text bytes", lambda: re.match(b"a", "a"))
fails("compiled flags", lambda: re.compile(re.compile("a"), re.I))
fails("callback", lambda: re.sub("a", lambda m: [].pop(0), "a"))
fails("callback type", lambda: re.sub("a", lambda m: 5, "ba"))
fails("callback none", lambda: re.sub("a", lambda m: None, "ba"))
