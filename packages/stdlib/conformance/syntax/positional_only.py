def both(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


def documented(x, /):
    """Doubles."""
    return x * 2


def with_if(n, /, step=1):
    if n > 2:
        return n + step
    return step


def with_for(items, /):
    for item in items:
        return item


def keywords(a, /, **options):
    return a, options


def only(a, b, /):
    a, b = b, a
    return [(a, i) for i in range(b)], (lambda: a)()


def generator(n, /):
    while n:
        yield n
        n -= 1


def nothing(a, /):
    pass


class Vector:
    def __init__(self, x, y, /):
        self.x, self.y = x, y

    def scaled(self, by, /, *, also=0):
        return Vector(self.x * by + also, self.y * by + also)

    @classmethod
    def unit(cls, /):
        return cls(1, 1)

    @staticmethod
    def add(a, b, /):
        return a.x + b.x


print("both", both(1), both(1, 5), both(1, 5, c=6, d=7), both(1, c=5))
print("bodies", documented(4), with_if(1), with_if(5, step=2), with_for([7]), only(1, 2), list(generator(3)), nothing(1))
print("keywords", keywords(1, a=2, b=3), keywords(5))
v = Vector(1, 2).scaled(3, also=1)
print("class", v.x, v.y, Vector.unit().x, Vector.add(v, v))
for call in (
    lambda: both(a=1),
    lambda: both(1, b=3),
    lambda: both(),
    lambda: both(1, 2, 3, 4),
    lambda: both(1, e=5),
    lambda: documented(x=1),
    lambda: documented(),
    lambda: only(1),
    lambda: keywords(a=1),
    lambda: Vector(1, y=2),
    lambda: v.scaled(by=2),
    lambda: v.scaled(),
    lambda: with_for(items=[]),
):
    try:
        print("called", call())
    except TypeError as error:
        print("error", error)
