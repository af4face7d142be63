import asyncio


async def work(n, fail=False):
    await asyncio.sleep(0.001 * n)
    if fail:
        raise ValueError(n)
    return n


async def fine():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in range(3)]
    print("results", [task.result() for task in tasks])


async def failing():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1, True))
            slow = group.create_task(work(1000))
    except* ValueError as errors:
        print("errors", errors.message, [error.args for error in errors.exceptions])
    print("cancelled", slow.cancelled())


async def body():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1))
            raise KeyError("body")
    except ExceptionGroup as group:
        print("body", repr(group))


async def two():
    async def fails(kind):
        await asyncio.sleep(0)
        raise kind("x")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError))
            group.create_task(fails(TypeError))
    except* ValueError as errors:
        print("value", len(errors.exceptions))
    except* TypeError as errors:
        print("type", len(errors.exceptions))


for run in (fine, failing, body, two):
    asyncio.run(run())
