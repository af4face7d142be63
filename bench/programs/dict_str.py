def main():
    table = {}
    for i in range(60000):
        table["k" + str(i % 5000)] = i
    total = 0
    for i in range(5000):
        total += table["k" + str(i)]
    return len(table), total


print(main())
