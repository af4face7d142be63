class CycleError(ValueError):
    pass


class _Node:
    def __init__(self, value):
        self.value = value
        self.waits_for = 0
        self.successors = []
        self.done = False
        self.ready = False


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, value):
        node = self._nodes.get(value)
        if node is None:
            node = self._nodes[value] = _Node(value)
        return node

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._node(node)
        entry.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node.value for node in self._nodes.values() if node.waits_for == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        self._prepared()
        result = tuple(self._ready)
        for value in result:
            self._nodes[value].ready = True
        self._ready.clear()
        self._passed += len(result)
        return result

    def is_active(self):
        self._prepared()
        return self._finished < self._passed or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._prepared()
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError("node %r was not added using add()" % (value,))
            if not node.ready:
                raise ValueError("node %r was not passed out (still not ready)" % (value,))
            if node.done:
                raise ValueError("node %r was already marked as done" % (value,))
            node.done = True
            self._finished += 1
            for successor in node.successors:
                entry = self._nodes[successor]
                entry.waits_for -= 1
                if entry.waits_for == 0:
                    self._ready.append(successor)

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            for node in group:
                yield node
            self.done(*group)

    def _prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _cycle(self):
        # Depth first without recursion; the path is the stack of nodes under way.
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path = [start]
            places = {start: 0}
            iterators = [iter(self._nodes[start].successors)]
            while iterators:
                for successor in iterators[-1]:
                    if successor in places:
                        return path[places[successor] :] + [successor]
                    if successor not in seen:
                        places[successor] = len(path)
                        path.append(successor)
                        iterators.append(iter(self._nodes[successor].successors))
                        break
                else:
                    value = path.pop()
                    iterators.pop()
                    del places[value]
                    seen.add(value)
        return None
