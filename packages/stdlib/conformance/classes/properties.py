class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.degrees = (f - 32) * 5 / 9


t = Celsius(100)
print(t.degrees, t.fahrenheit)
t.fahrenheit = 212
print(t.degrees)
t.degrees = -40
print(t.fahrenheit)
try:
    t.degrees = -300
except ValueError as e:
    print("ValueError", e)
print(t.degrees)


class ReadOnly:
    @property
    def x(self):
        return 1


try:
    ReadOnly().x = 2
except AttributeError:
    print("AttributeError")


class Dynamic:
    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: name[4:]
        raise AttributeError(name)


d = Dynamic()
d.real = "real"
print(d.real, d.get_thing(), hasattr(d, "get_x"), hasattr(d, "other"))


class Registry:
    items = []

    @classmethod
    def add(cls, x):
        cls.items.append(x)
        return cls

    @staticmethod
    def double(x):
        return x * 2


Registry.add(1).add(Registry.double(5))
print(Registry.items, Registry().double(3), Registry().items is Registry.items)
