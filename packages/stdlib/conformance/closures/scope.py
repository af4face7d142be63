x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x


def write():
    global x, fresh
    x = "changed"
    fresh = 1


print(read(), shadow(), x)
write()
print(read(), x, fresh)


def unbound():
    try:
        print(y)
    except NameError:
        print("NameError")
    y = 1
    return y


print(unbound())
try:
    undefined_name
except NameError:
    print("NameError")


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "inner set"
            return x

        return inner

    middle()()
    return x


print(outer(), x)


class Scope:
    x = "class"
    y = x + " body"

    def method(self):
        return x, self.x, Scope.y


print(Scope().method())
def deleted():
    v = 1
    del v
    try:
        return v
    except NameError:
        return "deleted"
print(deleted())
del fresh
try:
    fresh
except NameError:
    print("gone")
print([x for x in range(3)], x, (lambda x: x * 2)(21), x)
