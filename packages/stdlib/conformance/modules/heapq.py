import heapq

heap = []
for i in range(40):
    heapq.heappush(heap, ("k" + str(i * 37 % 41 + 100), [i, str(i)]))
    if i % 7 == 6:
        print(heapq.heappop(heap))
print(len(heap), [heapq.heappop(heap) for _ in range(5)])
items = [str(i * 17 % 23) + "h" for i in range(23)]
heapq.heapify(items)
print([heapq.heappop(items) for _ in range(len(items))])
