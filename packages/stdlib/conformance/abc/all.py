from abc import ABC, ABCMeta, abstractmethod


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """The area."""

    @abstractmethod
    def perimeter(self):
        return "base"

    def describe(self):
        return "%s %s" % (self.name, self.area())



class Half(Shape):
    def area(self):
        return 1


class Square(Half):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2

    def perimeter(self):
        return super().perimeter() + "d"

    @classmethod
    def unit(cls):
        return cls(1)


attempt("abstract", lambda: Shape("x"))
attempt("half", lambda: Half("x"))
s = Square(3)
print("concrete", s.describe(), s.perimeter(), Square.unit().area(), isinstance(s, Shape), issubclass(Square, ABC))


class Meta(metaclass=ABCMeta):
    @abstractmethod
    def run(self):
        pass


class Runner(Meta):
    def run(self):
        return "ran"


attempt("metaclass", Meta)
print("runner", Runner().run(), issubclass(Runner, Meta))


class One(ABC):
    @abstractmethod
    def only(self):
        pass


attempt("one", One)


class Later(One):
    only = None


print("replaced", Later().only)


class Plain(ABC):
    value = 1


print("nothing abstract", Plain().value, Plain.value)


class Mixin:
    def area(self):
        return "mixed"


class Combined(Mixin, Shape):
    def perimeter(self):
        return 0


print("mixin", Combined("c").area(), Combined("c").name)
