import heapq

class T:

    def __init__(s, n):
        s.n = n

    def __lt__(s, o):
        return s.n < o.n

    def __repr__(s):
        return f'T{s.n}'
h = []
for n in [3, 1, 2]:
    heapq.heappush(h, (1, T(n)))
print([heapq.heappop(h) for _ in range(3)], sorted([(0, T(2)), (0, T(1))]), [T(1)] < [T(2)], (1, T(1)) < (1, T(2)), T(2) > T(1))

class U:
    pass
try:
    (1, U()) < (1, U())
except TypeError as e:
    print(e)
try:
    (1, U()) >= (1, U())
except TypeError as e:
    print(e)
try:
    heapq.heappush([(1, U())], (1, U()))
except TypeError as e:
    print(e)
try:
    sorted([(1, 'a'), (1, 2)])
except TypeError as e:
    print(e)
l = [1]
for f in ['l[5]=1', 'del l[5]', '1 in 5', 'divmod(1,0)', "max((1,'a'))", "[1]<['a']", '[1,2]<=[1,None]', '(1,2)<[1,2]', '[1]>(1,)']:
    try:
        exec(f)
        print('ok')
    except Exception as e:
        print(f, type(e).__name__, e)
print([1, 2] < [1, 2, 0], [1, 2] <= [1, 2], [2] > [1, 5], [] < [1], (1,) >= (1,), [1, [2]] < [1, [3]], ('a', 2) < ('b', 1), [float('nan')] == [float('nan')], [1] != [2], (1, 2) == (1, 2.0))
nan = float('nan')
print([nan] == [nan], (nan,) < (nan,), nan in [nan])

class C:

    def __eq__(s, o):
        return True

    def __lt__(s, o):
        print('lt')
        return True
print([C()] < [C()], [C(), 1] < [C(), 2])

# views of dicts
left, right = {1: "x", "a": [2]}, {"a": [2], 1: "x"}
print("items", left.items() == right.items(), left.items() != right.items(), left.items() == {1: "x"}.items())
print("keys", left.keys() == right.keys(), left.keys() != right.keys(), left.keys() == {1: 0}.keys())
print("sets", left.keys() == {1, "a"}, {1, "a"} == left.keys(), left.keys() == frozenset([1]), left.keys() == [1, "a"])
print("items and set", {1: 2}.items() == {(1, 2)}, {(1, 2)} == {1: 2}.items(), {1: 2}.items() == {(1, 3)})
print("values", left.values() == right.values(), {}.values() == {}.values(), left.values() != left.values())
print("kinds", {}.keys() == {}.items(), {1: 2}.keys() == {1: 2}.items(), {}.keys() == {}.values())
