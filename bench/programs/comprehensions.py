def main():
    total = 0
    for n in range(150):
        squares = [i * i for i in range(1000)]
        even = [s for s in squares if s % 2 == 0]
        total += len(even) + squares[n]
    return total


print(main())
