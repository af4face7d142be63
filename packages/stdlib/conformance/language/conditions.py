def classify(x):
    if x is None:
        return "none"
    elif isinstance(x, bool):
        return "bool"
    elif isinstance(x, int):
        return "negative" if x < 0 else "zero" if x == 0 else "positive"
    elif isinstance(x, (list, tuple)):
        return "sequence of %d" % len(x)
    else:
        return type(x).__name__


for x in (None, True, -5, 0, 7, [1], (1, 2), "s", 1.5, {}, b"b"):
    print(repr(x), classify(x), bool(x), not x)
log = []


def t(v):
    log.append(v)
    return v


print(t(0) or t(1) or t(2), t(1) and t(0) and t(2), t("") or "default", None and t(5), log)
print(1 if [] else 2, (1, 2) if True else None, not [] and not {}, not (1 and 0))
print(1 == 1.0 == True, None is None, [] is [], "a" in "abc" == True)
print(3 in (1, 2, 3) and "yes", 5 not in [1], 1 < 2 > 0 != 5, (1 < 2) == True)
a = b = c = 5
a, b = 1, (b := 10) + 1
print(a, b, c)
if (n := len("walrus")) > 5:
    print("n", n)
print([y for x in range(6) if (y := x * x) % 2])
while (c := c - 1) > 2:
    print("c", c)
pass
assert a == 1, "never"
x = 5;  y = 6; print(x, y)
print((1,
       2), [
    3,
], {"k":
    4})
