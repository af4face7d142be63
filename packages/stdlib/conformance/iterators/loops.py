for i in range(5):
    if i == 1:
        continue
    if i == 4:
        break
    print(i)
else:
    print("never")
for i in range(3):
    print(i)
else:
    print("else ran")
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n == 8:
        break
    print("while", n)
else:
    print("never")
while n:
    n -= 4
else:
    print("while else", n)
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print(i, j)
for i in []:
    pass
else:
    print("empty else")
items = [1, 2, 3, 4]
for x in items:
    if x < 4:
        items.append(x * 10) if len(items) < 8 else None
print(items)
for a, b in [(1, 2), (3, 4)]:
    a += b
    print(a, b)
for i in range(10):
    pass
print(i)
def find(xs, wanted):
    for i, x in enumerate(xs):
        try:
            if x == wanted:
                return i
        finally:
            print("checked", x)
    return -1
print(find([5, 6, 7], 6), find([5], 1))
def loop_finally():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "after"
print(loop_finally())
