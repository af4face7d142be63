# Values that live only in the middle of an expression while later parts of it allocate.
def text(n):
    return "item" + str(n) + "-" * (n % 7)


def lists(n):
    return [text(i) for i in range(n)]


def add(a, b, c, d, e, f):
    return [a, b, c, d, e, f]


for n in range(1, 25):
    row = add(text(n), lists(n % 5), (text(n + 1), text(n + 2)), {text(n): lists(3)}, text(n) + text(n * 2), [lists(2), lists(1)])
    print(row)
print((text(1) + text(2) + text(3)).upper() + (text(4) * 2).replace("item", text(5)) + text(6)[1:] + str(lists(3)))
print([text(i) + text(i + 1) for i in range(5)] + [text(9)] + lists(2) + [x + text(1) for x in lists(3)])
print({text(i): text(i + 1) + text(i + 2) for i in range(3)} == {text(i): text(i + 1) + text(i + 2) for i in range(3)})
print(text(1) + text(2) < text(3) + text(4), (text(1), lists(2)) == (text(1), lists(2)), text(8) in lists(9))
print("%s %s %s" % (text(1), lists(2), text(3) + text(4)), "{} {}".format(text(5), lists(1)), f"{text(6)} {lists(2)} {text(7) + text(8)}")
