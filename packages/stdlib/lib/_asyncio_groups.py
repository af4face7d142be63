# asyncio: groups of tasks, and time limits for blocks.

from asyncio import CancelledError, create_task, current_task, Future, get_running_loop, TimeoutError

# where the classes say that they are from
__name__ = "asyncio"


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
