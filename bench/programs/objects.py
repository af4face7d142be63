class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)


def main():
    step = Point(1, 2)
    p = Point(0, 0)
    for _ in range(60000):
        p = p.add(step)
    return p.x, p.y


print(main())
