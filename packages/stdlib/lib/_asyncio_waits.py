# asyncio: waiting for several tasks, or not for long.

from asyncio import (
    _set_unless_done,
    ALL_COMPLETED,
    CancelledError,
    ensure_future,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    Future,
    get_running_loop,
    TimeoutError,
)


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = Future()

    def done(inner):
        if outer.done():
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    inner.add_done_callback(done)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    futures = list(fs)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    for future in futures:
        if not isinstance(future, Future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    waiter = Future()

    def enough():
        done = [future for future in futures if future.done()]
        if return_when == FIRST_COMPLETED:
            return bool(done)
        if return_when == FIRST_EXCEPTION and any([not f.cancelled() and f.exception() is not None for f in done]):
            return True
        return len(done) == len(futures)

    def wake(_):
        if enough() and not waiter.done():
            waiter.set_result(None)

    if not enough():
        for future in futures:
            future.add_done_callback(wake)
        handle = None if timeout is None else get_running_loop().call_later(timeout, _set_unless_done, waiter, None)
        try:
            await waiter
        finally:
            if handle is not None:
                handle.cancel()
            for future in futures:
                future.remove_done_callback(wake)
    return {future for future in futures if future.done()}, {future for future in futures if not future.done()}


async def wait_for(fut, timeout):
    if timeout is None:
        return await ensure_future(fut)
    future = ensure_future(fut)
    if timeout <= 0 and not future.done():
        future.cancel()
        await wait([future])
        raise TimeoutError()
    try:
        done, _ = await wait([future], timeout=timeout)
    except CancelledError:
        future.cancel()
        raise
    if done:
        return future.result()
    future.cancel()
    await wait([future])
    if not future.cancelled() and future._exception is None:
        return future.result()
    raise TimeoutError()


def as_completed(fs, *, timeout=None):
    from _asyncio_queues import Queue

    futures = [ensure_future(item) for item in fs]
    queue = Queue()
    for future in futures:
        future.add_done_callback(queue.put_nowait)

    async def one():
        return (await queue.get()).result()

    if timeout is not None:
        return iter([wait_for(one(), timeout) for _ in futures])
    return iter([one() for _ in futures])
