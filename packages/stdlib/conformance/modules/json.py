import io
import json

value = {"text": "quote \" back \\ line \n tab \t", "list": [1, -2.5, True, None, [[], {}]], "nested": {"a" + str(i): ["x" * i] for i in range(1)}}
text = json.dumps(value["list"])
print(text, json.dumps(value["text"]), json.dumps(value["nested"]), json.loads(text) == value["list"])
print(json.loads(json.dumps(value)) == value)
deep = "0"
for i in range(12):
    deep = '{"k%d": [%s, "%s"]}' % (i, deep, "v" * i)
node = json.loads(deep)
for i in range(11, -1, -1):
    print(node["k%d" % i][1], end=" ")
    node = node["k%d" % i][0]
print(node)
print(json.load(io.StringIO('[1, "two", {"three": [4.5, false]}]')))
out = io.StringIO()
json.dump([str(i) + "s" for i in range(10)], out)
print(out.getvalue())
print(json.loads(' {"a" : "\\u0041\\n\\u00e9" , "b":[ ]} ')["a"], json.loads("1e3"), json.loads("-7"), json.loads('"s"'))
rows = [json.loads('{"id": %d, "tags": ["t%d", "%s"]}' % (i, i, "u" * (i % 4))) for i in range(15)]
print([r["tags"][1] + str(r["id"]) for r in rows], sum(r["id"] for r in rows))
