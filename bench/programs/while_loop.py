def main():
    i = 0
    total = 0
    while i < 500000:
        if i % 3 == 0:
            total += 2
        else:
            total -= 1
        i += 1
    return total


print(main())
