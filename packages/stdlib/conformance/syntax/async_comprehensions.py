# Comprehensions that wait, without an event loop.
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Counter:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def double(x):
    return x * 2


async def is_odd(x):
    return x % 2 == 1


async def pairs():
    return [(1, "a"), (2, "b")]


async def main():
    n = 10
    print("await", [await double(x) for x in range(3)])
    print("async for", [x async for x in Counter(3)])
    print("condition", [x + n async for x in Counter(5) if x % 2])
    print("awaited condition", [x async for x in Counter(5) if await is_odd(x)])
    print("both", [await double(x) async for x in Counter(3) if x > 1 if x < 3])
    print("set", sorted({await double(x) for x in (1, 1, 2)}))
    print("dict", {x: await double(x) async for x in Counter(3)})
    print("pairs", [k + str(await double(v)) for v, k in await pairs()], {k: v for v, k in await pairs()})
    print("nested", [(x, y) async for x in Counter(2) for y in range(x)])
    print("nested waits", [await double(x * y) for x in range(3) if x async for y in Counter(x)])
    print("inner", [[await double(y) for y in range(x)] for x in range(3)])
    print("targets", [await double(a + b + c) for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]])
    print("first iterable", [x for x in await pairs()])
    lines = [
        await double(x)  # a comment
        for x in range(2)
        if x
    ]
    print("lines", lines, (await double(4)) + sum([await double(x) for x in [1, 2]]))
    return [await double(x) for x in [n]]


print(run(main()))
