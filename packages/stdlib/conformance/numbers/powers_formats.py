def attempt(text):
    try:
        print(text, "->", eval(text))
    except (ArithmeticError, TypeError, ValueError) as error:
        print(text, "->", type(error).__name__, error)


for text in """0 ** -1
0.0 ** -1
0 ** -0.5
10.0 ** 400
10 ** 400.0
-10.0 ** 401
2.0 ** -2000
float("inf") ** 2
f"{3+4j:.1f}"
f"{1-2j}"
f"{1.5j}"
f"{1-2j:>12}"
f"{1-2j:*^14.2f}"
f"{1.5+2j:.3g}"
f"{1+2j:+.1e}"
format(2j, ".2f")
f"{1+2j:=10}"
f"{1+2j:010}"
complex("1+")
reversed({1})
reversed(5)
reversed(x for x in [])""".split("\n"):
    attempt(text)

import datetime
import decimal
import collections

day, number, ring = datetime.date(2024, 1, 2), decimal.Decimal("1.5"), collections.deque([1])
for text in """number + 1.5
number < "a"
day - 5
day + day
day < 5
datetime.datetime(2024, 1, 1) + 1
datetime.timedelta(1) + 1
ring + [1]
number()
number[0]
len(day)
",".join([day])
sum([number, "a"])""".split("\n"):
    attempt(text)
