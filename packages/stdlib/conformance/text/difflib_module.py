import difflib
from difflib import SequenceMatcher

s = SequenceMatcher(None, "abcd", "bcde")
print("ratio", s.ratio(), s.quick_ratio(), s.real_quick_ratio())
print("blocks", s.get_matching_blocks())
print("opcodes", SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes())
print("longest", SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print("junk", SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print("lists", SequenceMatcher(None, [1, 2, 3, 4], [1, 3, 4, 5]).get_opcodes())
print("empty", SequenceMatcher(None, "", "").ratio(), SequenceMatcher(None, "", "abc").get_opcodes(), SequenceMatcher(a="x", b="x").get_opcodes())
print("popular", round(SequenceMatcher(None, "a" * 300 + "b", "b" + "a" * 300).ratio(), 4), round(SequenceMatcher(None, "a" * 300, "a" * 299, autojunk=False).ratio(), 4))
print("close", difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["abc"]))
print("close n", difflib.get_close_matches("wheel", ["while", "heel", "wheels", "weel", "whee"], n=2, cutoff=0.7))
a = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(True)
b = "zero\none\ntree\nfour\nfive\nsix\nseven\neight\nnine!\nten\n".splitlines(True)
print("unified")
print("".join(difflib.unified_diff(a, b, "before.py", "after.py", "date1", "date2")), end="")
print("unified small", list(difflib.unified_diff(["a", "b"], ["a", "c"], lineterm="", n=0)))
print("unified same", list(difflib.unified_diff(a, a)))
print("context")
print("".join(difflib.context_diff(a, b, "x", "y", n=1)), end="")
print("ndiff")
delta = list(difflib.ndiff(a, b))
print("".join(delta), end="")
print("restore", difflib.restore(delta, 1) is not None, list(difflib.restore(delta, 1)) == a, list(difflib.restore(delta, 2)) == b)
print("ndiff words", list(difflib.ndiff(["private Thread currentThread;\n"], ["private volatile Thread currentThread;\n"])))
print("grouped", [[op[0] for op in g] for g in SequenceMatcher(None, a, b).get_grouped_opcodes(1)])
for do in (lambda: difflib.get_close_matches("a", ["a"], n=0), lambda: difflib.get_close_matches("a", ["a"], cutoff=2), lambda: list(difflib.unified_diff([b"a"], [b"b"]))):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
