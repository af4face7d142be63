for args in ((5,), (2, 6), (0, 20, 4), (10, 0, -2), (0,), (5, 2), (-3, 3), (3, -4, -3)):
    r = range(*args)
    print(args, list(r), len(r), bool(r), sum(r), list(reversed(list(r))), [x * 2 for x in r])
print(range(10)[2], range(10)[-1], list(range(10)[2:5]), list(range(0, 20, 2)[1:4]))
try:
    range(5)[9]
except IndexError:
    print("IndexError")
try:
    range(1, 2, 0)
except ValueError:
    print("ValueError")
total = 0
for i in range(3):
    for j in range(i, 4):
        for k in range(j, 5, 2):
            total += i * 100 + j * 10 + k
print(total, [i for i in range(3) for i in range(i)])
print(list(zip(range(3), range(10, 0, -3))), max(range(7)), min(range(3, 9)), tuple(range(3)), set(range(3)) == {0, 1, 2})
print(repr(range(3)), str(range(1, 5)), list(enumerate(range(5, 8), 1)), sorted(range(5), key=lambda x: (x % 2, -x)))
