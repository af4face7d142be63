import json
rows = [{"id": i, "name": "user %d" % i, "score": i / 7, "tags": ["a", "b", None, True], "note": "é\n\"quoted\""} for i in range(9000)]
text = json.dumps(rows)
back = json.loads(text)
again = json.dumps(back, indent=1, sort_keys=True)
print(len(text), len(again), back == rows)
