# Threads without parallelism. A thread runs from its start to its end, when it is started; where the program has what threads wait with (queues, events, ...), when
# somebody waits for it: so consumers may be started before producers.
import time as _time

_main_ident = 1
_counter = [0, 1]

# Threads that were started and have not run yet, oldest first; those that are running, the innermost last.
_pending = []
_running = []


class ThreadError(RuntimeError):
    pass


class _Stuck(BaseException):
    pass


# How many locks are held, and whether there is what a thread may wait with.
_held = [0]
_can_wait = []


def _wait_for(ready, timeout, what):
    # Runs what was started until `ready` is true. False where a timeout would have passed.
    while not ready():
        if _pending:
            _pending[0]._run_now()
        elif timeout is not None:
            return False
        elif _running:
            # nobody is left who could wake it
            raise _Stuck
        else:
            raise RuntimeError(what + " would wait for ever: in this sandbox threads run one after the other, and none is left")
    return True


def _run_pending():
    while _pending:
        _pending[0]._run_now()


def _sleep(seconds, sleep=_time.sleep):
    sleep(seconds)
    _run_pending()


_time.sleep = _sleep


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            _counter[0] += 1
            name = "Thread-%d" % _counter[0]
            if target is not None and hasattr(target, "__name__"):
                name += " (%s)" % target.__name__
        self._name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else bool(daemon)
        self._ident = None
        self._state = "initial"

    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        _counter[1] += 1
        self._ident = _counter[1]
        self._state = "started"
        _pending.append(self)
        if not _can_wait and not _held[0]:
            self._run_now()

    def _run_now(self):
        if self in _pending:
            _pending.remove(self)
        _running.append(self)
        try:
            self.run()
        except (SystemExit, _Stuck):
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, None, self)))
        finally:
            _running.remove(self)
            self._state = "stopped"

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            self._target = self._args = self._kwargs = None

    def join(self, timeout=None):
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self in _pending:
            self._run_now()

    def is_alive(self):
        return self._state == "started"

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = str(value)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, value):
        if self._state != "initial":
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = bool(value)

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        daemon = " daemon" if self._daemonic else ""
        ident = "" if self._ident is None else " %d" % self._ident
        return "<%s(%s, %s%s%s)>" % (type(self).__name__, self._name, self._state, daemon, ident)


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"
        self._daemonic = False
        self._ident = _main_ident
        self._state = "started"


_main = _MainThread()


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    # It may still be cancelled: it runs when it is waited for.
    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        _counter[1] += 1
        self._ident = _counter[1]
        self._state = "started"
        _pending.append(self)

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            _time.sleep(self.interval)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args):
    import sys
    import traceback

    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    print("Exception in thread %s:" % name, file=sys.stderr)
    traceback.print_exception(args.exc_value, file=sys.stderr)


def current_thread():
    return _running[-1] if _running else _main


currentThread = current_thread


def main_thread():
    return _main


def get_ident():
    return current_thread().ident


get_native_id = get_ident


def enumerate():
    return [_main] + _running + _pending


def active_count():
    return 1 + len(_running) + len(_pending)


activeCount = active_count


def settrace(func):
    pass


setprofile = settrace


def stack_size(size=0):
    return 0


class _Lock:
    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if self._locked:
            if not blocking:
                return False
            if not _wait_for(lambda: not self._locked, None if timeout == -1 else timeout, "Lock.acquire()"):
                return False
        self._locked = True
        _held[0] += 1
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        _held[0] -= 1

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        return "<%s _thread.lock object at 0x%x>" % ("locked" if self._locked else "unlocked", id(self))


def Lock():
    return _Lock()


allocate_lock = Lock


class _RLock:
    def __init__(self):
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner not in (None, me):
            if not blocking:
                return False
            if not _wait_for(lambda: self._owner is None, None if timeout == -1 else timeout, "RLock.acquire()"):
                return False
        self._owner = me
        self._count += 1
        _held[0] += 1
        return True

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        _held[0] -= 1
        if not self._count:
            self._owner = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()


def RLock():
    return _RLock()


class Condition:
    def __init__(self, lock=None):
        _can_wait[:] = [True]
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._notified = 0

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def wait(self, timeout=None):
        before = self._notified
        return self._released(lambda: self._notified != before, timeout)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            self._released(predicate, timeout)
            result = predicate()
        return result

    def _released(self, ready, timeout):
        self.release()
        try:
            return _wait_for(ready, timeout, "Condition.wait()")
        finally:
            self.acquire()

    def notify(self, n=1):
        self._notified += 1

    def notify_all(self):
        self._notified += 1

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        _can_wait[:] = [True]
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = self._initial = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not self._value:
            if not blocking:
                return False
            if not _wait_for(lambda: self._value, timeout, "Semaphore.acquire()"):
                return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    def release(self, n=1):
        if self._value + n > self._initial:
            raise ValueError("Semaphore released too many times")
        Semaphore.release(self, n)


class Event:
    def __init__(self):
        _can_wait[:] = [True]
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _wait_for(self.is_set, timeout, "Event.wait()")
        return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        _can_wait[:] = [True]
        self.parties = parties
        self.n_waiting = 0
        self.broken = False
        self._action = action
        self._round = 0

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError
        place = self.parties - 1 - self.n_waiting
        if place == 0:
            if self._action is not None:
                self._action()
            self.n_waiting = 0
            self._round += 1
            return 0
        self.n_waiting += 1
        this = self._round
        if not _wait_for(lambda: self._round != this or self.broken, timeout, "Barrier.wait()") or self.broken:
            self.broken = True
            raise BrokenBarrierError
        return place

    def reset(self):
        self.n_waiting = 0
        self._round += 1
        self.broken = False

    def abort(self):
        self.broken = True


# Attributes of their own for each thread.
class local:
    def __init__(self, *args, **kwargs):
        object.__setattr__(self, "_values", {})

    def __getattr__(self, name):
        values = object.__getattribute__(self, "_values").get(get_ident(), {})
        if name not in values:
            raise AttributeError("'_thread._local' object has no attribute '%s'" % name)
        return values[name]

    def __setattr__(self, name, value):
        values = object.__getattribute__(self, "_values")
        values.setdefault(get_ident(), {})[name] = value

    def __delattr__(self, name):
        values = object.__getattribute__(self, "_values").get(get_ident(), {})
        if name not in values:
            raise AttributeError("'_thread._local' object has no attribute '%s'" % name)
        del values[name]
