def main():
    total = 0
    for i in range(1000000):
        if i % 3 == 0:
            total += 1
    return total


print(main())
