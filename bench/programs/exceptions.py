def check(i):
    if i % 3 == 0:
        raise ValueError(i)
    return i


def main():
    caught = 0
    passed = 0
    for i in range(45000):
        try:
            passed += check(i)
        except ValueError:
            caught += 1
    return caught, passed


print(main())
