z = 3 + 4j
print(z ** 2, z ** (-2), z ** 0, 1j ** 2, (0.1 + 0.2j) ** 3, z ** 3, range(5) == range(0, 5), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4))
try:
    print(10 ** 20 // 0)
except ZeroDivisionError as e:
    print(e)
try:
    print(0j ** (-1))
except ZeroDivisionError as e:
    print(e)

def mandel(c):
    z = 0
    for n in range(30):
        if abs(z) > 2:
            return n
        z = z ** 2 + c
    return 30
print([mandel(complex(x / 10, y / 10)) for x in range(-20, 5, 3) for y in range(-10, 11, 5)])
