# slice objects, and what __getitem__ of a class receives.
s = slice(1, 10, 2)
print("parts", s.start, s.stop, s.step, s)
print("one", slice(5), "two", slice(1, 5))
print("indices", s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(100, -100, -7).indices(20))
for count in (0, 4):
    try:
        slice(*range(count))
    except TypeError as error:
        print("TypeError", error)
print("use", "abcdefghijkl"[s], list(range(20))[s])
print("isinstance", isinstance(s, slice), type(s) is slice)
part = slice(2, 4)
print("named", [1, 2, 3, 4, 5][part], (1, 2, 3, 4, 5)[part])


class Grid:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("delete", key)


grid = Grid()
print("item", grid[1], grid["a"], grid[None])
print("slice", grid[1:2], grid[:], grid[::2], grid[1:2:3])
print("tuple", grid[1, 2], grid[1:2, 3], grid[:, 0], grid[...], grid[..., 1:])
grid[1:2] = 5
grid[0, ::2] = "x"
del grid[1:]
del grid[3, 4]
