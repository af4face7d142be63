# Literals, captures, wildcards, or, as, guards, values.
def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case 2 + 3j:
            return "complex"
        case "a" | "b" as letter:
            return "letter " + letter
        case "long" "er":
            return "joined"
        case b"x":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case int(n) if n > 100:
            return f"big {n}"
        case str() as s if s.startswith("?"):
            return "question " + s
        case _:
            return "other"


for value in (0, 1, 2, 3, -1, 1.5, 2 + 3j, "a", "b", "longer", b"x", None, 100, 101, "?q", "z", [], 0.0):
    print("describe", repr(value), describe(value))


class Color:
    RED = "red"
    GREEN = "green"

    class Dark:
        BLUE = "blue"


def color(c):
    match c:
        case Color.RED:
            return 1
        case Color.GREEN | Color.Dark.BLUE:
            return 2
        case other:
            return other


print("value patterns", color("red"), color("green"), color("blue"), color("pink"))


def guards(x):
    match x:
        case n if n < 0:
            return "negative"
        case n if n == 0:
            return "zero"
        case n if (n % 2) == 0 and n > 10 or n == 4:
            return "even"
        case n:
            return n


print("guards", guards(-1), guards(0), guards(12), guards(4), guards(2))


def no_case(x):
    match x:
        case 1:
            return "one"
    return "none of them"


print("falls through", no_case(1), no_case(2))
match 5:
    case x: print("one line", x)
match (1, 2):
    case (a, b) if a < b: print("tuple", a, b); print("two statements")
match = 1
case = 2
type = 3
print("soft keywords", match, case, type, match + case)
match[0:1] if False else None
print("still", match, [match, case])


def nested(x, y):
    match x:
        case 1:
            match y:
                case 1:
                    return "1 1"
                case _:
                    return "1 other"
        case 2:
            for i in range(3):
                match i:
                    case 0:
                        continue
                    case 1:
                        break
            return f"broke at {i}"
        case _:
            pass
    return "end"


print("nested", nested(1, 1), nested(1, 2), nested(2, 0), nested(3, 0))
calls = []


def subject():
    calls.append(1)
    return 3


match subject():
    case 1:
        pass
    case 2:
        pass
    case 3:
        print("subject evaluated", len(calls))
match 1, 2:
    case 1, second:
        print("tuple subject", second)
match [*range(3)]:
    case [0, *more]:
        print("star", more)
match {"k": [1, 2]}:
    case {"k": [1, x]} if x > 1: print("deep", x)
print("bound after", x, second, more)
