# Cells that are the only way to a value.
def accumulator(name):
    history = []
    best = {"max": "", "count": 0}

    def add(x):
        nonlocal best
        history.append(name + str(x))
        best = {"max": max(best["max"], str(x) * 2), "count": best["count"] + 1}
        return lambda: (history[-3:], best["max"], best["count"], [str(i) + name for i in range(3)])

    return add


adders = [accumulator("n" + str(i)) for i in range(10)]
views = []
for step in range(12):
    for i, add in enumerate(adders):
        view = add(step * i)
        if (step + i) % 7 == 0:
            views.append(view)
print(len(views))
for view in views[::1][:12]:
    print(view())


def curry(n, *held):
    if n == 0:
        return ["-".join(held)] * 2
    return lambda x: curry(n - 1, *held, x + str(n))


f = curry(6, "start")
for word in "one two three four five six".split():
    f = f(word.upper() + "_")
print(f)


def make_class(n):
    label = "class" + str(n)

    class Made:
        items = [label + str(i) for i in range(n)]

        def show(self):
            return label, self.items, [label] * 2

    return Made


print([make_class(n)().show() for n in range(4)])
chained = None
for i in range(25):
    previous = chained
    chained = (lambda p, t: lambda: t + (p() if p else ""))(previous, str(i) + ";")
print(chained())
