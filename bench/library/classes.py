class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def describe(self):
        return self.name, self.area()


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    @property
    def length2(self):
        return self.x * self.x + self.y * self.y


total = 0
place = Vector(0, 0)
step = Vector(1, 2)
for i in range(40000):
    total += Square(i % 10).describe()[1]
    place = place + step
    if place == step:
        total += 1
    total += place.length2 % 7
print(total, place.x, place.y)
