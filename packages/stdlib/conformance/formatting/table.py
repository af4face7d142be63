rows = [("apple", 3, 1.5), ("banana", 12, 0.25), ("cherry pie", 100, 12.999), ("", 0, 0.0)]
print("%-12s|%6s|%10s" % ("name", "count", "price"))
print("-" * 12 + "+" + "-" * 6 + "+" + "-" * 10)
for name, count, price in rows:
    print("%-12s|%6d|%10.2f" % (name, count, price))
    print("{:<12}|{:6d}|{:10.2f}".format(name, count, price))
    print(f"{name:<12}|{count:6d}|{price:10.2f}")
total = sum(count * price for _, count, price in rows)
print("total", round(total, 3))
for n in (1, 12, 123, 1234):
    print(str(n).center(8) + "|", "{:08.3f}".format(n / 7), "{:+.1e}".format(n * 1000.0))
print("a", "b", sep="-", end="!\n")
print(1, 2.5, None, [3], sep=", ")
print()
print("x", end="")
print("y")
