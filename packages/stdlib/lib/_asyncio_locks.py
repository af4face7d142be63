# asyncio: tasks that wait for each other.

from asyncio import CancelledError, Future, sleep
from collections import deque

# where the classes say that they are from
__name__ = "asyncio"


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
