import operator
from itertools import *


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


def endless():
    while True:
        yield 1


print("count", list(islice(count(5, 2), 3)), count(3), count(1, 2), list(islice(count(), 2)), next(count(1.5)))
c = count(10)
print("count next", next(c), next(c), list(islice(c, 2)), next(c))
print("cycle", list(islice(cycle("ab"), 5)), list(cycle([])))
print("repeat", list(repeat(1, 3)), repeat(5, 2), repeat(5), list(map(pow, range(4), repeat(2))), list(repeat(1, -1)))
print("accumulate", list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([])))
print("accumulate more", list(accumulate([1, 2], initial=10)), list(accumulate([3, 1, 4], max)), list(accumulate("abc")))
print("chain", list(chain([1], (2, 3), "a", {})), list(chain()), list(chain.from_iterable(["ab", "c"])))
print("compress", list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("ab", [0])))
print("dropwhile", list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(dropwhile(lambda x: True, [1])))
print("takewhile", list(takewhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(bool, [])))
print("filterfalse", list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(6))))
print("groupby", [(k, list(g)) for k, g in groupby("AAABBBCCAABBB")], [k for k, g in groupby([1, 1, 2])])
print("groupby key", [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], list(groupby([])))
skipped = groupby("aabbb")
first = next(skipped)
second = next(skipped)
print("groupby shared", first[0], list(first[1]), second[0], list(second[1]))
print("islice", list(islice("ABCDEFG", 2)), list(islice("ABCDEFG", 2, 4)), list(islice("ABCDEFG", 2, None)))
print("islice step", list(islice("ABCDEFG", 0, None, 2)), list(islice("ABCDEFG", 1, 6, 3)), list(islice("AB", None)))
print("islice endless", list(islice(endless(), 3)), list(islice([1, 2], 5)), list(islice([1, 2], 0)))
rest = iter(range(10))
print("islice stops", list(islice(rest, 3)), next(rest), list(islice(rest, 1, 4, 2)), list(rest))
print("pairwise", list(pairwise("ABCD")), list(pairwise([1])), list(pairwise([])))
print("starmap", list(starmap(pow, [(2, 5), (3, 2)])), list(starmap(max, [(1, 2, 3)])))
a, b = tee([1, 2, 3])
print("tee", next(a), list(b), list(a), [list(t) for t in tee("ab", 3)], tee([], 0))
print("zip_longest", list(zip_longest("ABCD", "xy", fillvalue="-")), list(zip_longest([1], [])), list(zip_longest()))
print("product", list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product([1], [])))
print("product three", list(product([1], "ab", (2, 3))), len(list(product(range(4), repeat=4))))
print("permutations", list(permutations("ABC", 2)), list(permutations([1, 2, 3])), list(permutations([1], 2)))
print("permutations edge", list(permutations([])), list(permutations("ab", 0)), len(list(permutations(range(6)))))
print("combinations", list(combinations("ABCD", 2)), list(combinations(range(4), 3)), list(combinations([1], 2)))
print("combinations edge", list(combinations("ab", 0)), len(list(combinations(range(10), 5))), list(combinations("abc", 3)))
print("replacement", list(combinations_with_replacement("ABC", 2)), list(combinations_with_replacement([1], 3)))
print("replacement edge", list(combinations_with_replacement([], 1)), list(combinations_with_replacement("a", 0)))
attempt("islice negative", lambda: islice([], -1))
attempt("islice start", lambda: islice([], -1, 2))
attempt("islice step zero", lambda: islice([], 0, 2, 0))
attempt("combinations negative", lambda: combinations([], -1))
attempt("permutations negative", lambda: permutations([], -1))
attempt("product negative", lambda: product([], repeat=-1))
attempt("tee negative", lambda: tee([], -1))
attempt("chain item", lambda: list(chain([1], 2)))
attempt("cycle item", lambda: cycle(5))
attempt("accumulate item", lambda: accumulate(5))
print("sum", sum(islice(count(1), 100)), max(chain([1], [5], [2])), sorted(chain("b", "a")))
print("lazy", next(islice(filterfalse(lambda x: x < 1000, count()), 1)), next(iter(dropwhile(lambda x: x < 50, count()))))
