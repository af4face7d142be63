from uheapq import heapify, heappop, heappush


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift(heap)
    return item


def heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    _sift(heap)
    return first


def _sift(heap):
    # The first item goes down to its place.
    size = len(heap)
    item = heap[0]
    at = 0
    child = 1
    while child < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        if not heap[child] < item:
            break
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item


def _sift_max(heap, at):
    size = len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        if child + 1 < size and not heap[child + 1] < heap[child]:
            child += 1
        if not item < heap[child]:
            break
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item


def _heapify_max(heap):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sift_max(heap, at)


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    _sift_max(heap, 0)
    return first


def merge(*iterables, key=None, reverse=False):
    entries = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            entries.append([value if key is None else key(value), order, value, iterator])
            break
    # A list of few iterators: the best is found by going over them, ties by their order.
    while entries:
        best = entries[0]
        for entry in entries:
            if (best[0] < entry[0]) if reverse else (entry[0] < best[0]):
                best = entry
        yield best[2]
        for value in best[3]:
            best[0] = value if key is None else key(value)
            best[2] = value
            break
        else:
            entries = [entry for entry in entries if entry is not best]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]
