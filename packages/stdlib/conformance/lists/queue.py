queue = []
log = []
for i in range(30):
    queue.append(i)
    if i % 3 == 2:
        log.append(queue.pop(0))
    if i % 5 == 4:
        log.append(queue.pop())
print(queue, log)
stack = []
for token in "3 4 + 2 * 7 / 5 - 2 3 * +".split():
    if token in "+-*/":
        b = stack.pop()
        a = stack.pop()
        stack.append({"+": a + b, "-": a - b, "*": a * b, "/": a // b}[token])
    else:
        stack.append(int(token))
    print(token, stack)
ring = [0] * 5
for i in range(13):
    ring[i % 5] = i * i
    print(i, ring)
