def queens(n):
    solutions = []

    def place(row, columns):
        if row == n:
            solutions.append(columns)
            return
        for c in range(n):
            if all(c != k and abs(c - k) != row - i for i, k in enumerate(columns)):
                place(row + 1, columns + [c])

    place(0, [])
    return solutions


for n in range(1, 7):
    found = queens(n)
    print(n, len(found), found[:3])
for row in queens(6)[0]:
    print("".join("Q" if c == row else "." for c in range(6)))
