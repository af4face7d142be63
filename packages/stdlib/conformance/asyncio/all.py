import asyncio


async def work(n, delay):
    await asyncio.sleep(delay)
    print("done", n)
    return n * 2


async def bad():
    raise ValueError("x")


async def main():
    print("gather", await asyncio.gather(work(1, 0.02), work(2, 0.01), work(3, 0)))
    task = asyncio.create_task(work(4, 0.01), name="four")
    print("task", task.done(), task.get_name())
    print("awaited", await task, task.done(), task.result(), task.cancelled(), task.exception())
    try:
        await asyncio.wait_for(work(5, 1), 0.01)
    except asyncio.TimeoutError:
        print("timeout")
    queue = asyncio.Queue(2)

    async def produce():
        for i in range(5):
            await queue.put(i)
        await queue.put(None)

    async def consume():
        out = []
        while (item := await queue.get()) is not None:
            out.append(item)
        return out

    print("queue", (await asyncio.gather(produce(), consume()))[1], queue.empty(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty", type(error).__name__)
    lock = asyncio.Lock()
    order = []

    async def locked(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
            order.append(n)

    await asyncio.gather(locked(1), locked(2))
    print("lock", order, lock.locked())
    results = await asyncio.gather(bad(), work(6, 0), return_exceptions=True)
    print("exceptions", type(results[0]).__name__, results[0], results[1])
    try:
        await asyncio.gather(bad(), work(7, 0))
    except ValueError as error:
        print("raised", error)
    task = asyncio.create_task(work(8, 10))
    await asyncio.sleep(0)
    print("cancel", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    done, pending = await asyncio.wait(
        [asyncio.create_task(work(11, 0)), asyncio.create_task(work(12, 10))], return_when=asyncio.FIRST_COMPLETED
    )
    print("wait", len(done), len(pending))
    for item in asyncio.as_completed([work(13, 0.02), work(14, 0.01)]):
        print("completed", await item)
    event = asyncio.Event()

    async def waiter():
        await event.wait()
        return "set"

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    print("event", await task, event.is_set())
    semaphore = asyncio.Semaphore(2)
    active = []

    async def limited(i):
        async with semaphore:
            active.append(i)
            await asyncio.sleep(0.001)
            active.remove(i)
            return len(active) < 2

    print("semaphore", await asyncio.gather(*[limited(i) for i in range(5)]))
    condition = asyncio.Condition()
    items = []

    async def taker():
        async with condition:
            await condition.wait_for(lambda: items)
            return items.pop()

    task = asyncio.create_task(taker())
    await asyncio.sleep(0)
    async with condition:
        items.append("item")
        condition.notify()
    print("condition", await task)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.001, future.set_result, "later")
    print("future", await future, future.done())
    print("shield", await asyncio.shield(work(15, 0)), await asyncio.to_thread(lambda: "thread"))
    priority = asyncio.PriorityQueue()
    for value in (3, 1, 2):
        priority.put_nowait(value)
    print("priority", [priority.get_nowait() for _ in range(3)])
    print("current", asyncio.current_task().get_name() is not None, len(asyncio.all_tasks()))
    return "end"




async def finals():
    try:
        await asyncio.sleep(10)
    finally:
        print("finally")


async def outer():
    task = asyncio.create_task(finals())
    await asyncio.sleep(0)
    return "left"


print(asyncio.run(main()))
print("left running", asyncio.run(outer()))
try:
    asyncio.run(bad())
except ValueError as error:
    print("run raised", error)
try:
    asyncio.run(5)
except ValueError as error:
    print("run type", error)
print("iscoroutine", asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))
