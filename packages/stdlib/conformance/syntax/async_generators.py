# Asynchronous generators, in an event loop.
import asyncio
from contextlib import asynccontextmanager


async def count(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def pairs():
    yield 1, "a"
    yield (2, "b")


async def echo():
    got = yield "start"
    while got is not None:
        got = yield got * 2


class Source:
    async def items(self):
        try:
            yield "x"
            yield
        finally:
            print("closed")

    def __aiter__(self):
        return self.items()


# a comment above
async def numbered(source):
    i = 0
    async for item in source:
        yield i, item
        i += 1


@asynccontextmanager
async def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    finally:
        print("exit", name)


async def main():
    async for i in count(3):
        print("item", i)
    else:
        print("else")
    print("list", [x async for x in count(4) if x % 2], {k: v async for k, v in pairs()})
    print("class", [x async for x in Source()])
    print("chain", [x async for x in numbered(count(2))])
    generator = echo()
    print("send", await generator.asend(None), await generator.asend(3), await generator.asend(4))
    try:
        await generator.asend(None)
    except StopAsyncIteration:
        print("stopped")
    generator = count(5)
    print("anext", await generator.__anext__(), await generator.__anext__())
    await generator.aclose()
    print("closed", [x async for x in generator])
    async for i in count(10):
        if i == 2:
            break
    print("break", i)
    async with managed("m") as m:
        print("inside", m)
    try:
        async with managed("n"):
            raise KeyError("k")
    except KeyError as error:
        print("raised", error)

    async def nested():
        yield [*range(2)]

    print("nested", [x async for x in nested()])
    print("gather", await asyncio.gather(*[total(n) for n in (2, 3)]))


async def total(n):
    result = 0
    async for i in count(n):
        result += i
    return result


asyncio.run(main())
