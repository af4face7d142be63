def show(text, *args, **kwargs):
    try:
        print(repr(text.format(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, *error.args)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __format__(self, spec):
        return "Point<" + spec + ">"

    def __repr__(self):
        return "P(%r, %r)" % (self.x, self.y)

    def __str__(self):
        return "(%s, %s)" % (self.x, self.y)


p = Point(1, 2)
show("{} {}", 1, "a")
show("{1} {0} {1}", 1, 2)
show("{a} {b}", a=1, b=2)
show("{0} {a}", 1, a=2)
show("{{}} {{{}}}", 1)
show("{0.x} {0.y} {1[0]} {1[-1]} {2[k]} {2[0]}", p, [1, 2], {"k": "v", 0: "zero", "-1": "m"})
show("{1[0]} {2[k]} {2[0]}", p, [1, 2], {"k": "v", 0: "zero"})
show("{} {!r} {!s} {!a}", p, p, p, "é")
show("{:>{w}} {:{f}^{w}.{n}}", "ab", "abcdef", w=5, f="*", n=3)
show("{:{}}", "ab", 5)
show("{:{}.{}f}", 3.14159, 8, 2)
show("{0:{1}>{2}}", "x", "-", 4)
show("{:%d}", p)
show("{!r:>12}", p)
show("{:>8}", [1])
show("{:}", [1])
show("{}")
show("{} {}", 1)
show("{2}", 1, 2)
show("{a}")
show("{0} {}", 1)
show("{} {0}", 1)
show("{")
show("}")
show("{0")
show("a } b")
show("{!x}", 1)
show("{!}", 1)
show("{0!rx}", 1)
show("{0[}", [1])
show("{0[]}", [1])
show("{0.}", 1)
show("{0[0]x}", [1])
show("{0.foo}", 1)
show("{0[9]}", [1])
show("{0[k]}", {})
show("{:{:{}}}", 1, 2, 3)
show("{a.b[c]}", a=1)
show("{:d}", "a")
show("{:,} {:.2%} {:+d} {:#x}", 1234567, 0.256, 5, 255)
show("{:5}|{:<5}|{:^5}|{:>5}", 1, 2, 3, 4)
show("{:5}|{:<5}|{:^5}|{:>5}", "a", "b", "c", "d")
show("{:05d}|{:5.1f}|{:e}", 42, 3.14159, 12345.678)
show("é{}日{}", "ü", 1)
name, width, value = "x", 10, 3.14159
print(f"{name!r:>{width}}|{value:{width}.2f}|{value:.{2}f}|{name:*^7}|{1 + 1}|{p:a{name}b}|{{}}|{name.upper()}")
print(f"{value=} {name=!s} {value=:.2f} { name = }")
print(f"{'nested ' + f'{name}'} {[n * 2 for n in range(3)]} {({'a': 1})['a']} {True} {None}")
print(f"{10:b} {255:x} {255:#X} {1e10} {1_000:,} {-5:05} {0.1 + 0.2}")


class Text(str):
    pass


class Number(int):
    pass


class Loud(str):
    def __format__(self, spec):
        return self.upper() + spec


print("{:>5}|{:05}|{}|{:x}".format(Text("ab"), Number(7), Number(8), Number(255)), format(Loud("b")))


class Bad:
    def __format__(self, spec):
        return 1


try:
    format(Bad())
except TypeError as error:
    print(error)
try:
    format(1, 2)
except TypeError as error:
    print(error)
