import string
from string import Template

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits)
print(repr(string.punctuation), repr(string.whitespace), len(string.printable), string.ascii_lowercase, string.ascii_uppercase)
print("capwords", string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = Template("$who likes ${what}, $$5")
print("substitute", t.substitute(who="tim", what="kung pao"), t.substitute({"who": 1, "what": 2}), t.substitute({"who": 1}, what=3))
print("safe", t.safe_substitute(who="x"), Template("$a $ b ${").safe_substitute(a=1))
print("template", t.template, t.get_identifiers(), t.is_valid(), Template("$").is_valid())
print("adjacent", Template("${a}b$a_b").safe_substitute(a=1, a_b=2), Template("$A").substitute(A=1))


class Percent(Template):
    delimiter = "%"


print("delimiter", Percent("%x is 100%%").substitute(x="it"))


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error.args)


fails("missing", lambda: Template("$a $b").substitute(a=1))
fails("invalid", lambda: Template("line\n $ x").substitute())
f = string.Formatter()
print("format", f.format("{} {1:>5} {x!r}".replace("{}", "{0}"), "a", "b", x="c"), f.format("{}-{}", 1, 2), f.format("{{{0}}}", 5))
print("field", f.format("{0[1]} {x[k]} {0}", [1, 2], x={"k": 3}), f.format("{:{w}.{p}f}", 3.14159, w=8, p=2))
print("parse", list(f.parse("a{b!r:>{w}}c{{d}}")))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "?") if isinstance(key, str) else super().get_value(key, args, kwargs)


print("subclass", Default().format("{x} {y} {0}", 7, x=1))
fails("key", lambda: f.format("{x}"))
fails("index", lambda: f.format("{1}", 0))
fails("switch", lambda: f.format("{} {0}", 1))
fails("conversion", lambda: f.format("{0!z}", 1))
