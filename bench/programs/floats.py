def main():
    x = 0.5
    total = 0.0
    for i in range(300000):
        x = 3.7 * x * (1.0 - x)
        if x > 0.5:
            total += x
    return int(total * 1000)


print(main())
