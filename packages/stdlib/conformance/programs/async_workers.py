import asyncio, time

async def work(name, n):
    for i in range(n):
        await asyncio.sleep(0)
        print(name, i)
    return name * n

async def failing():
    await asyncio.sleep(0.001)
    raise ValueError('async boom')

class ACtx:

    async def __aenter__(self):
        print('aenter')
        return self

    async def __aexit__(self, *a):
        print('aexit', a[0])
        return True

async def agen(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)

async def producer(q):
    for i in range(3):
        await q.put(i)
    await q.put(None)

async def consumer(q):
    out = []
    while (x := (await q.get())) is not None:
        out.append(x)
    return out

async def main():
    print(await asyncio.gather(work('a', 2), work('b', 3)))
    print(await asyncio.gather(failing(), work('c', 1), return_exceptions=True))
    t = asyncio.create_task(work('t', 1))
    print(await t, t.done(), t.result())
    async with ACtx():
        raise KeyError('x')
    print([i async for i in agen(3)], [i * 2 async for i in agen(3) if i])
    async for i in agen(2):
        print('async for', i)
    q = asyncio.Queue()
    r = await asyncio.gather(producer(q), consumer(q))
    print(r)
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)
    except asyncio.TimeoutError:
        print('timeout')
    sem = asyncio.Semaphore(2)

    async def limited(i):
        async with sem:
            await asyncio.sleep(0.001)
            return i
    print(await asyncio.gather(*(limited(i) for i in range(4))))
    ev = asyncio.Event()

    async def waiter():
        await ev.wait()
        return 'set'
    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    ev.set()
    print(await w)
    t = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled', t.cancelled())
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    done, pending = await asyncio.wait([asyncio.create_task(work('w', 1))])
    print(len(done), len(pending))
    return 'end'
print(asyncio.run(main()))
