# An event loop of one thread. A coroutine is a generator here; what it yields is the future that it waits for.

import time
from collections import deque
from heapq import heappop, heappush

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"

TimeoutError = getattr(__import__("builtins"), "TimeoutError", None) or type("TimeoutError", (OSError,), {})


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueShutDown(Exception):
    pass


class BrokenBarrierError(RuntimeError):
    pass


_PENDING, _FINISHED, _CANCELLED = "PENDING", "FINISHED", "CANCELLED"


class Future:
    def __init__(self, *, loop=None):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = []
        self._loop = loop or _current()

    def done(self):
        return self._state is not _PENDING

    def cancelled(self):
        return self._state is _CANCELLED

    def result(self):
        if self._state is _FINISHED:
            if self._exception is not None:
                raise self._exception
            return self._result
        if self._state is _CANCELLED:
            raise CancelledError(*self._cancel_args)
        raise InvalidStateError("Result is not set.")

    def exception(self):
        if self._state is _CANCELLED:
            raise CancelledError(*self._cancel_args)
        if self._state is _PENDING:
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def set_result(self, result):
        if self.done():
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish(_FINISHED)

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError("invalid state")
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish(_FINISHED)

    _cancel_args = ()

    def cancel(self, msg=None):
        if self.done():
            return False
        if msg is not None:
            self._cancel_args = (msg,)
        self._finish(_CANCELLED)
        return True

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def add_done_callback(self, fn, *, context=None):
        if self.done():
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        kept = [callback for callback in self._callbacks if callback != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return removed

    def get_loop(self):
        return self._loop

    def __iter__(self):
        if not self.done():
            yield self
        return self.result()

    __await__ = __iter__

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self._state.lower())


_names = [0]


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None):
        if not hasattr(coro, "send"):
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        super().__init__(loop=loop)
        _names[0] += 1
        self._name = "Task-%d" % _names[0] if name is None else str(name)
        self._coro = coro
        self._waits_for = None
        self._must_cancel = False
        self._cancelling = 0
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step, None)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        if msg is not None:
            self._cancel_args = (msg,)
        if self._waits_for is not None and self._waits_for.cancel(msg):
            return True
        self._must_cancel = True
        return True

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        self._cancelling = max(self._cancelling - 1, 0)
        return self._cancelling

    def _wake(self, future):
        self._step(None)

    def _step(self, _):
        if self.done():
            return
        loop = self._loop
        self._waits_for = None
        before, loop._task = loop._task, self
        try:
            if self._must_cancel:
                self._must_cancel = False
                waits_for = self._coro.throw(CancelledError(*self._cancel_args))
            else:
                waits_for = self._coro.send(None)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                self._end(_CANCELLED)
            else:
                self._result = stop.value
                self._end(_FINISHED)
        except CancelledError:
            self._end(_CANCELLED)
        except (KeyboardInterrupt, SystemExit) as error:
            self._exception = error
            self._end(_FINISHED)
            raise
        except BaseException as error:
            self._exception = error
            self._end(_FINISHED)
        else:
            if waits_for is None:
                loop.call_soon(self._step, None)
            elif isinstance(waits_for, Future):
                self._waits_for = waits_for
                waits_for.add_done_callback(self._wake)
                if self._must_cancel and waits_for.cancel():
                    self._must_cancel = False
            else:
                self._must_throw = RuntimeError("Task got bad yield: %r" % (waits_for,))
                self._coro.close()
                self._exception = self._must_throw
                self._end(_FINISHED)
        finally:
            loop._task = before

    def _end(self, state):
        self._loop._tasks.remove(self)
        self._finish(state)

    def __repr__(self):
        return "<Task %s name=%r>" % (self._state.lower(), self._name)


class Handle:
    def __init__(self, callback, args, when=None):
        self._callback = callback
        self._args = args
        self._when = when
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def when(self):
        return self._when


TimerHandle = Handle


class AbstractEventLoop:
    pass


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._ahead = 0
        self._count = 0
        self._task = None
        self._tasks = []
        self._running = False
        self._stopping = False
        self._closed = False

    def time(self):
        return time.time() + self._ahead

    def call_soon(self, callback, *args, context=None):
        handle = Handle(callback, args)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        handle = Handle(callback, args, when)
        self._count += 1
        heappush(self._timers, (when, self._count, handle))
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)

    async def run_in_executor(self, executor, func, *args):
        await sleep(0)
        return func(*args)

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    def stop(self):
        self._stopping = True

    def close(self):
        self._closed = True

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass

    def _once(self):
        timers = self._timers
        while timers and timers[0][2]._cancelled:
            heappop(timers)
        if not self._ready:
            if not timers:
                raise RuntimeError("every task waits, and nothing is left that could wake one")
            delay = timers[0][0] - self.time()
            if delay > 0:
                time.sleep(delay)
                # where the host's clock stands still, or was rounded
                behind = timers[0][0] - self.time()
                if behind > 0:
                    self._ahead += behind
        now = self.time()
        while timers and timers[0][0] <= now:
            self._ready.append(heappop(timers)[2])
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._callback(*handle._args)

    def run_until_complete(self, future):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if _running[0] is not None:
            raise RuntimeError("This event loop is already running")
        self._running = True
        _running[0] = self
        try:
            future = ensure_future(future, loop=self)
            while not future.done():
                self._once()
            return future.result()
        finally:
            self._running = False
            _running[0] = None

    def run_forever(self):
        self._running = True
        _running[0] = self
        try:
            while not self._stopping:
                self._once()
        finally:
            self._stopping = self._running = False
            _running[0] = None


SelectorEventLoop = BaseEventLoop

# The loop that runs, and the one that was set.
_running = [None]
_set = [None]


def _current():
    loop = _running[0] or _set[0]
    if loop is None or loop._closed:
        loop = _set[0] = BaseEventLoop()
    return loop


def get_running_loop():
    if _running[0] is None:
        raise RuntimeError("no running event loop")
    return _running[0]


def _get_running_loop():
    return _running[0]


def get_event_loop():
    return _current()


def set_event_loop(loop):
    _set[0] = loop


def new_event_loop():
    return BaseEventLoop()


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = (loop_factory or new_event_loop)()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def get_loop(self):
        return self._loop

    def close(self):
        _cancel_all(self._loop)
        self._loop.close()

    def run(self, coro, *, context=None):
        return _run(coro, self._loop)


def _run(main, loop):
    if _running[0] is not None:
        main.close()
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not hasattr(main, "send"):
        raise ValueError("a coroutine was expected, got %r" % (main,))
    return loop.run_until_complete(Task(main, loop=loop))


def run(main, *, debug=None, loop_factory=None):
    loop = BaseEventLoop()
    try:
        return _run(main, loop)
    finally:
        _cancel_all(loop)
        loop.close()


def _cancel_all(loop):
    left = list(loop._tasks)
    if left and _running[0] is None:
        for task in left:
            task.cancel()
        loop.run_until_complete(Task(_settle(left), loop=loop))


async def _settle(tasks):
    await gather(*tasks, return_exceptions=True)


def current_task(loop=None):
    return _current()._task


def all_tasks(loop=None):
    return set(_current()._tasks)


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


def ensure_future(coro_or_future, *, loop=None):
    if isinstance(coro_or_future, Future):
        return coro_or_future
    if hasattr(coro_or_future, "send"):
        return Task(coro_or_future, loop=loop)
    if hasattr(coro_or_future, "__await__"):
        return Task(_await(coro_or_future), loop=loop)
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _await(awaitable):
    return await awaitable


def isfuture(obj):
    return isinstance(obj, Future)


def iscoroutine(obj):
    return hasattr(obj, "send") and hasattr(obj, "throw") and not isinstance(obj, Future)


def iscoroutinefunction(func):
    return type(func) is _coroutine_function


async def _nothing():
    pass


_coroutine_function = type(_nothing)


class _Yield:
    def __iter__(self):
        yield None

    __await__ = __iter__


async def sleep(delay, result=None):
    if delay <= 0:
        await _Yield()
        return result
    loop = get_running_loop()
    future = Future(loop=loop)
    handle = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


class _Gathering(Future):
    def __init__(self, children):
        super().__init__()
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        found = False
        for child in self._children:
            found = child.cancel(msg) or found
        self._asked = found
        return found

    _asked = False


def gather(*aws, return_exceptions=False):
    if not aws:
        outer = Future()
        outer.set_result([])
        return outer
    known = {}
    children = []
    for item in aws:
        if id(item) not in known:
            known[id(item)] = ensure_future(item)
        children.append(known[id(item)])
    outer = _Gathering(children)
    left = [len(known)]

    def done(child):
        left[0] -= 1
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(CancelledError())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if left[0] == 0:
            results = []
            for item in children:
                if item.cancelled():
                    results.append(CancelledError(*item._cancel_args))
                else:
                    results.append(item._result if item._exception is None else item._exception)
            if outer._asked:
                outer.set_exception(CancelledError())
            else:
                outer.set_result(results)

    for child in known.values():
        child.add_done_callback(done)
    return outer


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
    futures = [ensure_future(item) for item in fs]
    queue = Queue()
    for future in futures:
        future.add_done_callback(queue.put_nowait)

    async def one():
        return (await queue.get()).result()

    if timeout is not None:
        return iter([wait_for(one(), timeout) for _ in futures])
    return iter([one() for _ in futures])


class Timeout:
    def __init__(self, when):
        self._when = when
        self._handle = None
        self._expired = False

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None if when is None else get_running_loop().call_at(when, self._expire)

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and self._task.uncancel() <= 0 and exc_type is not None and issubclass(exc_type, CancelledError):
            raise TimeoutError()


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    def __init__(self):
        self._tasks = []
        self._errors = []
        self._parent = None
        self._aborting = False
        self._waiter = None
        self._entered = False

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup %r has already been entered" % (self,))
        self._entered = True
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError("TaskGroup %r has not been entered" % (self,))
        task = create_task(coro, name=name)
        self._tasks.append(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.remove(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(None)
        if task.cancelled() or task._exception is None:
            return
        self._errors.append(task._exception)
        if not self._aborting:
            self._abort()
            if self._waiter is None:
                self._parent_cancelled = True
                self._parent.cancel()

    _parent_cancelled = False

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            task.cancel()

    async def __aexit__(self, exc_type, exc_value, traceback):
        cancelled = exc_type is not None and issubclass(exc_type, CancelledError)
        if exc_type is not None:
            self._abort()
        outer = None
        while self._tasks:
            self._waiter = Future()
            try:
                await self._waiter
            except CancelledError as error:
                outer = error
                self._abort()
        if self._parent_cancelled:
            self._parent.uncancel()
            cancelled_by_us = cancelled
        else:
            cancelled_by_us = False
        if exc_type is not None and not cancelled:
            self._errors.append(exc_value)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
        if outer is not None and not cancelled_by_us:
            raise outer


class _Waiting:
    def __init__(self):
        self._waiters = deque()

    async def _wait(self):
        waiter = Future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            if waiter in self._waiters:
                self._waiters.remove(waiter)

    def _wake_one(self):
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)
                return

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc_info):
        self.release()


class Lock(_Waiting):
    def __init__(self):
        super().__init__()
        self._locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or any([not waiter.cancelled() for waiter in self._waiters]):
            try:
                await self._wait()
            except CancelledError:
                if not self._locked:
                    self._wake_one()
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_one()


class Event(_Waiting):
    def __init__(self):
        super().__init__()
        self._set = False

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await self._wait()
        return True


class Semaphore(_Waiting):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._value = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while self._value <= 0:
            await self._wait()
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake_one()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Condition(_Waiting):
    def __init__(self, lock=None):
        super().__init__()
        self._lock = lock or Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self.locked = self._lock.locked

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait()
            return True
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(True)

    def notify_all(self):
        self.notify(len(self._waiters))


class Barrier(_Waiting):
    def __init__(self, parties):
        super().__init__()
        self.parties = parties
        self.n_waiting = 0
        self.broken = False

    async def wait(self):
        index = self.n_waiting
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            self.n_waiting = 0
            for waiter in self._waiters:
                waiter.set_result(True)
            await sleep(0)
        else:
            await self._wait()
        return index


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = _Waiting()
        self._putters = _Waiting()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._init()

    def _init(self):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= len(self._queue)

    async def put(self, item):
        while self.full():
            await self._putters._wait()
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull()
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._getters._wake_one()

    async def get(self):
        while not self._queue:
            await self._getters._wait()
        return self.get_nowait()

    def get_nowait(self):
        if not self._queue:
            raise QueueEmpty()
        item = self._get()
        self._putters._wake_one()
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    def _init(self):
        self._queue = []

    def _get(self):
        return heappop(self._queue)

    def _put(self, item):
        heappush(self._queue, item)


class LifoQueue(Queue):
    def _init(self):
        self._queue = []

    def _get(self):
        return self._queue.pop()

    def _put(self, item):
        self._queue.append(item)


async def to_thread(func, *args, **kwargs):
    await sleep(0)
    return func(*args, **kwargs)


def run_coroutine_threadsafe(coro, loop):
    return ensure_future(coro, loop=loop)


def wrap_future(future, *, loop=None):
    return future
