import queue
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
import contextvars

lock = threading.Lock()
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1


threads = [threading.Thread(target=add, args=(100,)) for _ in range(4)]
print("initial", threads[0].is_alive(), threads[0].ident)
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("total", total, [thread.is_alive() for thread in threads])
print("lock", lock.locked(), lock.acquire(), lock.acquire(blocking=False), lock.locked())
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print("release", error)
try:
    threads[0].start()
except RuntimeError as error:
    print("start", error)
print("main", threading.current_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count())


class Squares(threading.Thread):
    def __init__(self, n):
        super().__init__(name="squares-%d" % n, daemon=True)
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n**2


squares = [Squares(n) for n in range(4)]
for thread in squares:
    thread.start()
for thread in squares:
    thread.join()
print("squares", [(thread.name, thread.daemon, thread.result) for thread in squares])

# producer and consumer, with a sentinel
q = queue.Queue()
seen = []


def consume():
    while True:
        item = q.get()
        if item is None:
            break
        seen.append(item * 10)
        q.task_done()


consumer = threading.Thread(target=consume)
consumer.start()
for i in range(5):
    q.put(i)
q.put(None)
consumer.join()
print("consumed", seen, q.qsize(), q.empty())

# a worker that never ends
jobs = queue.Queue()
done = []


def work():
    while True:
        done.append(jobs.get())
        jobs.task_done()


threading.Thread(target=work, daemon=True).start()
for i in range(3):
    jobs.put(i)
jobs.join()
print("jobs", sorted(done))

event = threading.Event()
heard = []
waiter = threading.Thread(target=lambda: heard.append(event.wait()))
waiter.start()
event.set()
waiter.join()
print("event", heard, event.is_set(), threading.Event().wait(0.01))

print("rlock", end=" ")
rlock = threading.RLock()
with rlock:
    with rlock:
        print("twice")
semaphore = threading.Semaphore(2)
print("semaphore", semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
try:
    threading.BoundedSemaphore(1).release()
except ValueError as error:
    print("bounded", error)

barrier = threading.Barrier(3)
met = []
parties = [threading.Thread(target=lambda: met.append(barrier.wait())) for _ in range(3)]
for thread in parties:
    thread.start()
for thread in parties:
    thread.join()
print("barrier", sorted(met))

data = threading.local()
data.x = 1
found = []
thread = threading.Thread(target=lambda: found.append(hasattr(data, "x")))
thread.start()
thread.join()
print("local", data.x, found)

small = queue.Queue(maxsize=1)
small.put("a")
print("full", small.full())
for attempt in (lambda: small.put_nowait("b"), lambda: small.put("b", timeout=0.01)):
    try:
        attempt()
    except queue.Full as error:
        print("Full", repr(error))
try:
    queue.Queue().get_nowait()
except queue.Empty as error:
    print("Empty", repr(error))
pq = queue.PriorityQueue()
for item in ((3, "c"), (1, "a"), (2, "b")):
    pq.put(item)
print("priority", [pq.get() for _ in range(3)])
lifo = queue.LifoQueue()
for item in "abc":
    lifo.put(item)
print("lifo", [lifo.get() for _ in range(3)])

with ThreadPoolExecutor(max_workers=3) as pool:
    print("map", list(pool.map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])))
    future = pool.submit(pow, 2, 10)
    print("future", future.result(), future.done(), future.exception())
    failed = pool.submit(int, "x")
    print("failed", repr(failed.exception()))
    print("completed", sorted(f.result() for f in as_completed([pool.submit(abs, -n) for n in range(3)])))
try:
    pool.submit(print)
except RuntimeError as error:
    print("closed", error)

var = contextvars.ContextVar("var", default=5)
token = var.set(6)
print("var", var.get(), contextvars.copy_context().run(lambda: (var.set(7), var.get())[1]), var.get(), var.name)
var.reset(token)
print("reset", var.get())
