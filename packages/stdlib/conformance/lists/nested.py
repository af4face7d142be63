grid = [[r * c for c in range(5)] for r in range(5)]
for row in grid:
    print(row)
print([row[2] for row in grid], grid[3][4], [cell for row in grid for cell in row if cell % 2])
transposed = [[grid[r][c] for r in range(5)] for c in range(5)]
print(transposed == grid, [list(t) for t in zip([1, 2], [3, 4], [5, 6])])
grid[1][1] = "X"
print(grid[1], transposed[1])
shared = [[0] * 3] * 3
shared[0][0] = 1
print(shared, shared[0] is shared[2])
deep = [1, [2, [3, [4, [5]]]]]


def flatten(x):
    if not isinstance(x, list):
        return [x]
    out = []
    for item in x:
        out.extend(flatten(item))
    return out


def depth(x):
    return 1 + max([depth(i) for i in x] + [0]) if isinstance(x, list) else 0


print(flatten(deep), depth(deep), flatten([]), depth([]))
print([[1, 2], [3]] == [[1, 2], [3]], [1, [2]] < [1, [3]])
