data = [5, 2, 8, 1, 9, 3, 7, 4, 6, 0]
print(sorted(data), sorted(data, reverse=True), sorted(data, key=lambda x: -x), data)
print(sorted("hello world"), sorted([3.5, 1, 2.25]), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([]), sorted([1]))
words = ["banana", "fig", "apple", "kiwi", "cherry", "date"]
print(sorted(words), sorted(words, key=lambda w: (len(w), w)), sorted(words, key=lambda w: w[-1] + w))
words.sort(key=lambda w: (w[1], w))
print(words)
people = [{"name": "Ann", "age": 41}, {"name": "Bob", "age": 25}, {"name": "Cyd", "age": 33}]
print([p["name"] for p in sorted(people, key=lambda p: p["age"])], max(people, key=lambda p: p["age"])["name"], min(people, key=lambda p: p["age"])["name"])
seed = 42
numbers = []
for _ in range(200):
    seed = (seed * 1103515245 + 12345) % 2147483648
    numbers.append(seed % 10000)
ordered = sorted(numbers)
print(ordered[:10], ordered[-10:], all(ordered[i] <= ordered[i + 1] for i in range(199)), sum(ordered) == sum(numbers))
numbers.sort(reverse=True)
print(numbers == list(reversed(ordered)), sorted(numbers, key=str)[:8])
try:
    sorted([1, "a"])
except TypeError:
    print("TypeError")


class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(str(p) for p in self.parts)


print(sorted([Version(t) for t in ("1.10", "1.2", "1.9.9", "0.9", "2", "1")]))
