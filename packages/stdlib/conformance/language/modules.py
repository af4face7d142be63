import json
import math
import sys
from collections import OrderedDict, deque
from math import floor, sqrt as root

print(floor(2.5), root(81), math.pi == 3.141592653589793)
print(json.loads('{"a": [1, 2.5, null, true, "x\\u0041"], "b": {}}')["a"], json.dumps([1, None, True, "q"]))
data = json.loads(json.dumps({"list": list(range(5)), "nested": {"k": [{"deep": "yes"}]}}))
print(data["list"], data["nested"]["k"][0]["deep"])
for bad in ("{", "nope", ""):
    try:
        print(json.loads(bad))
    except ValueError:
        print("ValueError", repr(bad))
ordered = OrderedDict([("z", 1), ("a", 2)])
ordered["m"] = 3
print(list(ordered.keys()), list(ordered.items()))
q = deque([], 5)
for i in range(8):
    q.append(i)
print(len(q), q.popleft(), q.pop(), list(q))
print(sys.maxsize > 2**20, sys.byteorder)
import math as m

print(m is math, m.sqrt is root)
