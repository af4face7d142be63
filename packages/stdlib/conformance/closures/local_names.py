x = "global"


def reads_before():
    print(x)
    x = 1


def counter():
    count = 0

    def increment():
        count += 1
        return count

    return increment()


def deleted():
    y = 1
    del y
    return y


def one_branch(flag):
    if flag:
        value = "set"
    return value


def after_loop(items):
    for item in items:
        last = item
    return last


def in_try():
    try:
        result = int("x")
    except ValueError:
        pass
    return result


def own_error():
    e = 1
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


def formatted():
    text = f"{x} {later}"
    later = 1
    return text


for function, *args in (
    [reads_before],
    [counter],
    [deleted],
    [one_branch, False],
    [one_branch, True],
    [after_loop, []],
    [after_loop, [1, 2]],
    [in_try],
    [formatted],
):
    try:
        print(function.__name__, function(*args))
    except UnboundLocalError as error:
        print(function.__name__, type(error).__name__, error)
try:
    undefined_name
except NameError as error:
    print(type(error).__name__, error)


def fine(n):
    total = 0
    for i in range(n):
        total += i
        if i % 2:
            continue
        square = i * i
        total += square
    with open_nothing() as nothing:
        pass
    return total, nothing, [total for total in range(2)], total


class open_nothing:
    def __enter__(self):
        return "nothing"

    def __exit__(self, *details):
        return False


print("fine", fine(5))


def all_locals(a, b=2, *args, key=None, **rest):
    c = a + b
    if a > 100:
        never = 1
    return locals()


print("locals", all_locals(1), all_locals(1, 2, 3, key=4, z=5))


def template(name, age):
    greeting = "Hi"
    return "{greeting} {name}, {age}".format(**locals()), "%(name)s" % locals(), sorted(locals())


print("template", template("Al", 3))


def evaluated(a):
    b = 10
    return eval("a + b"), eval("x"), eval("[a, b, len(x)]"), eval("b", {"b": 1})


print("eval", evaluated(5))


def executed(n):
    out = []
    exec("out.append(n * 2)")
    names = {}
    exec("q = n + 1" if False else "q = 1", names)
    return out, names["q"]


print("exec", executed(4))
print("lambda", (lambda p, q=2: locals())(1), (lambda p: eval("p * 3"))(4))


def names_of():
    first = 1
    second = 2
    return dir(), vars()


print("dir", names_of())


class Point:
    def __init__(self, x, y, label="p"):
        self.__dict__.update({key: value for key, value in locals().items() if key != "self"})


print("init", sorted(vars(Point(1, 2)).items()))


def outer_names():
    hidden = 1

    def inner(shown):
        return locals()

    return inner(2)


print("inner", outer_names())
print("module", "x" in locals(), "x" in vars(), "x" in dir(), eval("x"))
exec("made = 5")
print("made", made)


class Interpreter:
    def __init__(self, names):
        self.names = names

    def run(self, text):
        names = self.names
        return eval(text, {}, names)


print("with names", Interpreter({"k": 3}).run("k * 2"))
