def main():
    seed = 1
    rows = []
    for _ in range(20000):
        seed = seed * 16807 % 65537
        rows.append(seed)
    rows.sort(key=lambda row: (row * 7919) % 65537)
    total = 0
    for rank in range(0, 20000, 7):
        total += rows[rank] % 97
    return rows[0], rows[-1], total


print(main())
