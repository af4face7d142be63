class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Node(value))
        else:
            child.insert(value)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def height(self):
        return 1 + max(n.height() if n else 0 for n in (self.left, self.right))


seed = 7
root = Node(50)
for _ in range(60):
    seed = seed * 31 % 101
    root.insert(seed)
print(list(root), root.height())


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for item in reversed(list(items)):
            self.head = (item, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node[0]
            node = node[1]

    def reverse(self):
        done = None
        node = self.head
        while node:
            done = (node[0], done)
            node = node[1]
        self.head = done


chain = LinkedList(range(10))
print(list(chain))
chain.reverse()
print(list(chain), sum(chain), 4 in chain)


class Doubly:
    def __init__(self, v):
        self.v = v
        self.prev = self.next = None


first = Doubly(0)
node = first
for i in range(1, 8):
    node.next = Doubly(i)
    node.next.prev = node
    node = node.next
node.next = first
first.prev = node
out = []
node = first
for _ in range(12):
    out.append(node.v)
    node = node.prev
print(out)
