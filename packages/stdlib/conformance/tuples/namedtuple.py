from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, 2)
q = Point(y=5, x=4)
print(p.x, p.y, p[0], p[1], len(p), p == (1, 2), q.x, q.y)
x, y = q
print(x, y, p < q, tuple(q), sum(p))
print([pt.x + pt.y for pt in (p, q, Point(7, 8))], max([p, q]).x)
try:
    p.x = 5
except AttributeError:
    print("AttributeError")
try:
    Point(1)
except TypeError:
    print("TypeError")
print(isinstance(p, tuple), hash(p) == hash(Point(1, 2)))
