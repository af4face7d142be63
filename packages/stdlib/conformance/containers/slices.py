# Slices of every sequence: bounds, steps, assignment and deletion.
def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


text = "abcdefgh"
wide = "añ€😀bçd😀"
values = [0, 1, 2, 3, 4, 5, 6, 7]
for name, sequence in (
    ("str", text),
    ("wide", wide),
    ("list", values),
    ("tuple", tuple(values)),
    ("bytes", text.encode()),
    ("bytearray", bytearray(b"abcdefgh")),
    ("range", range(8)),
):
    print(name, "reversed", repr(sequence[::-1]))
    print(name, "2", repr(sequence[::2]), repr(sequence[1::2]))
    print(name, "bounds", repr(sequence[1:6:2]), repr(sequence[-2:1:-3]), repr(sequence[6:1:-2]))
    print(name, "outside", repr(list(sequence[100::-3])), repr(list(sequence[:-100:-1])), repr(list(sequence[-100:100:5])))
    print(name, "empty", repr(list(sequence[5:2])), repr(list(sequence[2:5:-1])), repr(list(sequence[100:])))
    print(name, "far", repr(sequence[: 10**20]), repr(sequence[-(10**20) :: 3]), list(sequence[:: 10**20]), list(sequence[:: -(10**20)]))
    print(name, "whole", repr(sequence[:]))
    attempt(name + " zero", lambda: sequence[::0])
    attempt(name + " text", lambda: sequence["a":])
    attempt(name + " float", lambda: sequence[1.0:2])
print("bool", values[True:], text[False:True:True])


class Two:
    def __index__(self):
        return 2


class Bad:
    def __index__(self):
        return "2"


print("index", values[Two() :], text[: Two()], text[:: Two()], tuple(values)[Two() :: -1])
attempt("bad index", lambda: values[Bad() :])


def changed(action):
    items = list(range(8))
    try:
        action(items)
    except Exception as error:
        return type(error).__name__, str(error)
    return items


def set_slice(key, value):
    def action(items):
        items[key] = value

    return changed(action)


def delete(key):
    def action(items):
        del items[key]

    return changed(action)


print("assign longer", set_slice(slice(1, 3), "abcd"))
print("assign shorter", set_slice(slice(1, 6), ["x"]))
print("assign nothing", set_slice(slice(2, 4), ()))
print("insert", set_slice(slice(3, 3), [9, 9]))
print("backwards", set_slice(slice(5, 2), [9]))
print("end", set_slice(slice(100, None), range(2)))
print("front", set_slice(slice(0, 0), (i for i in range(3))))
print("all", set_slice(slice(None), {5: 1}))
print("step", set_slice(slice(None, None, 2), "abcd"))
print("step back", set_slice(slice(None, None, -1), range(10, 18)))
print("step size", set_slice(slice(None, None, 2), [1, 2, 3]))
print("step size", set_slice(slice(1, 4, -1), [1]))
print("step none", set_slice(slice(1, 4, -1), []))
print("no iterable", set_slice(slice(None, None), 5)[0])
print("delete", delete(slice(2, 5)), delete(slice(None)), delete(slice(5, 2)))
print("delete step", delete(slice(None, None, 2)), delete(slice(1, None, 3)))
print("delete back", delete(slice(None, None, -1)), delete(slice(6, 1, -2)))
print("delete item", delete(0), delete(-1), delete(3))
own = [1, 2, 3]
own[1:1] = own
print("own", own)
own[::-1] = own
print("own back", own)
own += own
own[:2] *= 2
print("augmented", own)

data = bytearray(b"abcdefgh")
data[::2] = b"WXYZ"
print("bytearray step", data)
data[1:3] = [1, 2, 255]
print("bytearray numbers", data)
del data[::3]
print("bytearray delete", data)
del data[0]
del data[-1]
print("bytearray delete item", data, len(data))


def store(key, value):
    data[key] = value


attempt("bytearray size", lambda: store(slice(None, None, 2), b"123456"))
attempt("bytearray range", lambda: store(slice(0, 1), [256]))
