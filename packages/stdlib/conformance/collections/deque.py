from collections import deque


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


d = deque("ghi")
print("new", d, len(d), bool(d), bool(deque()))
d.append("j")
d.appendleft("f")
print("ends", d, d[0], d[-1], d[2])
print("pop", d.pop(), d.popleft(), list(d), list(reversed(d)))
print("in", "h" in d, "z" in d)
d.extend("jkl")
d.extendleft("abc")
print("extend", d)
d.rotate(1)
print("rotate 1", d)
d.rotate(-1)
print("rotate -1", d)
d.rotate(25)
print("rotate 25", d)
d.reverse()
print("reverse", d)
d.clear()
print("clear", d, len(d))
attempt("pop empty", d.pop)
attempt("popleft empty", d.popleft)

b = deque(maxlen=3)
for i in range(6):
    b.append(i)
print("maxlen", b, b.maxlen, deque().maxlen)
b.appendleft(9)
print("maxlen left", b)
b.extend([7, 8])
print("maxlen extend", b)
attempt("insert full", lambda: b.insert(1, 1))
print("maxlen 0", deque([1, 2], maxlen=0), deque("abc", 2))
attempt("maxlen negative", lambda: deque([], -1))
attempt("maxlen type", lambda: deque([], "a"))

n = deque([1, 2, 3, 2])
print("count", n.count(2), n.index(3), n.index(2, 2))
attempt("index", lambda: n.index(99))
n.remove(2)
print("remove", n)
attempt("remove missing", lambda: n.remove(99))
n.insert(1, 50)
n.insert(-1, 60)
n.insert(100, 70)
print("insert", n)
n[1] = 51
del n[0]
print("set and del", n)
attempt("index error", lambda: n[100])

c = n.copy()
c.append(1)
print("copy", n == c, len(n), len(c), n == deque(list(n)))
print("compare", deque([1, 2]) < deque([1, 3]), deque([1]) == [1], deque([1]) != deque([2]))
print("add", deque([1]) + deque([2]), deque([1, 2]) * 2)
n += [9]
n *= 1
print("in place", n)
print("nested", deque([[1], (2,), {"a": deque([3])}]))
d = deque([1])
d.append(d)
print("own", d)

# a ring that wraps and grows
q = deque()
total = 0
for i in range(1000):
    q.append(i)
    q.append(-i)
    q.appendleft(i * 2)
    total += q.popleft()
    if i % 3 == 0:
        total += q.pop()
print("grown", len(q), total, sum(q), q[0], q[-1], q[len(q) // 2])
q = deque(range(5))
q.extend(q)
q.extendleft(q)
print("itself", list(q))

seen = []
todo = deque([(0, 0)])
while todo:
    x, y = todo.popleft()
    if (x, y) in seen or x > 2 or y > 2:
        continue
    seen.append((x, y))
    todo.extend([(x + 1, y), (x, y + 1)])
print("search", seen)
