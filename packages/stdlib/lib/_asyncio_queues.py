# asyncio: queues.

from asyncio import QueueEmpty, QueueFull
from collections import deque
from uheapq import heappop, heappush
from _asyncio_locks import _Waiting, Event

# where the classes say that they are from
__name__ = "asyncio"


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
