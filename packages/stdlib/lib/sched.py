# A queue of events, by time and then priority.

import heapq
import time
from collections import namedtuple

__all__ = ["scheduler"]


class Event(namedtuple("Event", ("time", "priority", "sequence", "action", "argument", "kwargs"))):
    pass


class scheduler:
    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._count = 0
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs={}):
        event = Event(time, priority, self._count, action, argument, kwargs)
        self._count += 1
        heapq.heappush(self._queue, (time, priority, event.sequence, event))
        return event

    def enter(self, delay, priority, action, argument=(), kwargs={}):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        for item in self._queue:
            if item[3] is event:
                self._queue.remove(item)
                heapq.heapify(self._queue)
                return
        raise ValueError("list.remove(x): x not in list")

    def empty(self):
        return not self._queue

    @property
    def queue(self):
        return [item[3] for item in sorted(self._queue)]

    def run(self, blocking=True):
        queue = self._queue
        while queue:
            event = queue[0][3]
            wait = event.time - self.timefunc()
            if wait > 0:
                if not blocking:
                    return wait
                self.delayfunc(wait)
            else:
                heapq.heappop(queue)
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)
