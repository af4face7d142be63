a = [3, 1, 4, 1, 5, 9, 2, 6]
print(a, len(a), a[0], a[-1], a[2:5], a[:3], a[-2:], a[:], min(a), max(a), sum(a))
a.append(5)
a.insert(0, 100)
a.insert(-1, 200)
a.insert(1000, 300)
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(1)
print(a, a.index(1), a.count(1), 9 in a, 10 in a)
a.extend([7, 8])
a.extend(range(3))
a += (9, 9)
print(a)
a.reverse()
print(a)
a.sort()
print(a)
a.sort(reverse=True)
print(a, sorted(a)[:4], list(reversed(a))[:4])
del a[0]
del a[-1]
del a[2:5]
print(a)
b = a.copy()
b.clear()
print(a, b, a == b, [] == b, [1, 2] < [1, 3], [1, 2] < [1, 2, 0])
print([0] * 4, [1, 2] + [3], [[]] * 2, [None] * 2, list("abc"), list((1, 2)), list({"k": 1}))
for bad in (lambda: a[100], lambda: [].pop(), lambda: a.remove(-5), lambda: a.index(-5)):
    try:
        print(bad())
    except (IndexError, ValueError) as e:
        print(type(e).__name__)
