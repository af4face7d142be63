# As many arguments as the first byte of a signature can look like.
def three(a, b, c):
    return a, b, c


def four(a, b, c, d):
    return a


def named(**names):
    return names


def rest(a, *b, last=1):
    return len(b)


def locals_of_many():
    a = b = c = d = e = f = g = h = i = j = k = l = m = n = o = p = q = 1
    return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q


def generator(a):
    yield a


class Class:
    def __init__(self, a, b, c, d, e):
        self.a = a

    def method(self, *a):
        return len(a)


for function in (three, four, named, rest, locals_of_many, generator, Class, Class(1, 2, 3, 4, 5).method):
    for count in (0, 3, 126, 127, 128, 129, 130, 131, 132, 256):
        try:
            result = function(*range(count))
            print(count, result)
        except TypeError as error:
            print(count, error)
