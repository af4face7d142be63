import copy
from collections import OrderedDict, defaultdict, deque

nested = {"l": [1, ["two", (3, [4])]], "d": {"k": "v" + str(1)}}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested["l"][1].append("new")
nested["d"]["k"] = "changed"
print(shallow["l"], shallow["d"], deep["l"], deep["d"])
d = defaultdict(list)
for i in range(20):
    d["g" + str(i % 3)].append("v" + str(i))
print([d["g" + str(i)] for i in range(3)], d["missing"])
o = OrderedDict()
for i in range(10):
    o["k" + str(i * 7 % 10)] = [str(i)]
print(list(o.items())[:4], o.popitem(), list(o)[-2:])
q = deque((), 4)
for i in range(9):
    q.append("q" + str(i))
    if i % 4 == 3:
        print(q.popleft(), len(q), list(q))
q.extend(["e" + str(i) for i in range(2)])
q.appendleft("left" + str(1))
print(list(q), len(q))
