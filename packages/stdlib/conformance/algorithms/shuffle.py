class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def shuffle(items, rng):
    for i in range(len(items) - 1, 0, -1):
        j = rng.below(i + 1)
        items[i], items[j] = items[j], items[i]


rng = Random(2024)
deck = [rank + suit for suit in "CDHS" for rank in "23456789TJQKA"]
shuffle(deck, rng)
print(" ".join(deck[:13]))
hands = [sorted(deck[i * 13 : (i + 1) * 13]) for i in range(4)]
for hand in hands:
    print(hand)
print(sorted(sum(hands, [])) == sorted(deck))
numbers = list(range(300))
for _ in range(3):
    shuffle(numbers, rng)
    print(numbers[:10], sum(numbers), sum(i * n for i, n in enumerate(numbers)))
numbers.sort()
print(numbers == list(range(300)))
rolls = {}
for _ in range(600):
    total = rng.below(6) + rng.below(6) + 2
    rolls[total] = rolls.get(total, 0) + 1
print(sorted(rolls.items()))
print([rng.below(100) for _ in range(15)])
