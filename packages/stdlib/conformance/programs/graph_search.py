import heapq
from collections import deque, defaultdict
from math import inf, sqrt, hypot
import itertools

class Graph:

    def __init__(self, directed=False):
        self.adj = defaultdict(dict)
        self.directed = directed

    def add_edge(self, u, v, w=1):
        self.adj[u][v] = w
        if not self.directed:
            self.adj[v][u] = w
        else:
            self.adj[v]

    def dijkstra(self, s):
        dist = {n: inf for n in self.adj}
        dist[s] = 0
        prev = {}
        pq = [(0, s)]
        while pq:
            d, u = heapq.heappop(pq)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                nd = d + w
                if nd < dist[v]:
                    dist[v] = nd
                    prev[v] = u
                    heapq.heappush(pq, (nd, v))
        return (dist, prev)

    def path(self, prev, t):
        out = []
        while t is not None:
            out.append(t)
            t = prev.get(t)
        return out[::-1]

    def bfs(self, s):
        seen = {s}
        q = deque([s])
        order = []
        while q:
            u = q.popleft()
            order.append(u)
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen.add(v)
                    q.append(v)
        return order

    def dfs(self, s, seen=None):
        seen = set() if seen is None else seen
        seen.add(s)
        yield s
        for v in sorted(self.adj[s]):
            if v not in seen:
                yield from self.dfs(v, seen)

    def topo(self):
        indeg = defaultdict(int)
        for u in self.adj:
            for v in self.adj[u]:
                indeg[v] += 1
        q = deque(sorted((u for u in self.adj if indeg[u] == 0)))
        out = []
        while q:
            u = q.popleft()
            out.append(u)
            for v in sorted(self.adj[u]):
                indeg[v] -= 1
                if not indeg[v]:
                    q.append(v)
        if len(out) != len(self.adj):
            raise ValueError('cycle detected')
        return out
g = Graph()
for u, v, w in [('A', 'B', 4), ('A', 'C', 2), ('C', 'B', 1), ('B', 'D', 5), ('C', 'D', 8), ('D', 'E', 3)]:
    g.add_edge(u, v, w)
dist, prev = g.dijkstra('A')
print(dist, g.path(prev, 'E'))
print(g.bfs('A'), list(g.dfs('A')))
d = Graph(True)
for a, b in ['ab', 'bc', 'ac', 'cd']:
    d.add_edge(a, b)
print(d.topo())
d.add_edge('d', 'a')
try:
    d.topo()
except ValueError as e:
    print(e)
grid = ['S.#.....', '..#.###.', '....#...', '.##...#E']

def astar(grid):
    R, C = (len(grid), len(grid[0]))
    find = lambda ch: next(((r, c) for r in range(R) for c in range(C) if grid[r][c] == ch))
    s, e = (find('S'), find('E'))
    h = lambda p: abs(p[0] - e[0]) + abs(p[1] - e[1])
    heap = [(h(s), 0, s, None)]
    came = {}
    while heap:
        f, gc, cur, par = heapq.heappop(heap)
        if cur in came:
            continue
        came[cur] = par
        if cur == e:
            break
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = (cur[0] + dr, cur[1] + dc)
            if 0 <= n[0] < R and 0 <= n[1] < C and (grid[n[0]][n[1]] != '#') and (n not in came):
                heapq.heappush(heap, (gc + 1 + h(n), gc + 1, n, cur))
    path = []
    cur = e
    while cur:
        path.append(cur)
        cur = came[cur]
    return path[::-1]
path = astar(grid)
print(len(path) - 1)
canvas = [list(r) for r in grid]
for r, c in path[1:-1]:
    canvas[r][c] = '*'
print('\n'.join((''.join(r) for r in canvas)).count('*'))
parent = {}

def find(x):
    parent.setdefault(x, x)
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x
edges = sorted([(7, 'x', 'y'), (3, 'y', 'z'), (1, 'x', 'z'), (9, 'z', 'w')])
mst = []
for w, a, b in edges:
    ra, rb = (find(a), find(b))
    if ra != rb:
        parent[ra] = rb
        mst.append((a, b, w))
print(mst, sum((w for *_, w in mst)))
fw = [[0, 3, inf], [inf, 0, 1], [2, inf, 0]]
for k, i, j in itertools.product(range(3), repeat=3):
    fw[i][j] = min(fw[i][j], fw[i][k] + fw[k][j])
print(fw, inf, -inf, float('nan'))
