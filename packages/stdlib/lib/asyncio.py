# An event loop of one thread. A coroutine is a generator here; what it yields is the future that it waits for.

import time
from _lazy import lazy as _lazy
from uheapq import heappop, heappush

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
        from collections import deque

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


async def to_thread(func, *args, **kwargs):
    await sleep(0)
    return func(*args, **kwargs)


def run_coroutine_threadsafe(coro, loop):
    return ensure_future(coro, loop=loop)


def wrap_future(future, *, loop=None):
    return future


# Those that many programs do without.
_more = {
    "_asyncio_groups": ("TaskGroup", "Timeout", "timeout", "timeout_at"),
    "_asyncio_locks": ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore"),
    "_asyncio_queues": ("LifoQueue", "PriorityQueue", "Queue"),
    "_asyncio_waits": ("as_completed", "shield", "wait", "wait_for"),
}
__getattr__ = _lazy(globals(), _more)

__all__ = [name for name in globals() if name[0] != "_"] + [name for names in _more.values() for name in names]
