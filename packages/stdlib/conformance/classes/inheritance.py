class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def describe(self):
        return "%s with %d sides, area %s" % (self.name, self.sides, self.area())


class Rectangle(Shape):
    sides = 4

    def __init__(self, w, h, name="rectangle"):
        super().__init__(name)
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side, "square")

    def describe(self):
        return "regular " + super().describe()


for shape in (Shape("blob"), Rectangle(2, 3), Square(4)):
    print(shape.describe(), isinstance(shape, Rectangle), isinstance(shape, Shape))
print(issubclass(Square, Shape), issubclass(Shape, Square), Square.__bases__ == (Rectangle,))


class Walks:
    def move(self):
        return "walks"

    def legs(self):
        return 4


class Swims:
    def move(self):
        return "swims"

    def fins(self):
        return 2


class Both(Walks, Swims):
    def move(self):
        return Walks.move(self) + " and " + Swims.move(self)


both = Both()
print(both.move(), both.legs(), both.fins())


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


s = Stack()
s.push(1)
s.push(2)
print(len(s), s.peek(), s.pop(), s[0], isinstance(s, list))


class Error(Exception):
    def __init__(self, code):
        super().__init__("code %d" % code)
        self.code = code


class Worse(Error):
    pass


try:
    raise Worse(7)
except Error as e:
    print(type(e).__name__, e, e.code, e.args)
