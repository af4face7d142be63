# A replacement that only C code's pointer into its text holds, while the result grows.
import re

for n in (1, 5, 15, 16, 31, 40):
    for k in (1, 3, 20):
        out = re.sub("a", lambda m: "b" * n + str(n), "x" * k + "a" * 4)
        print(n, k, out)
print(re.sub("[a-c0-3]", lambda m: m.group(0) + "it" + str(1) + "x", "88.0|'lit7'|{'it0': ['it1xx']}"))
print(re.sub("[0-9]+", lambda m: str(int(m.group(0)) * 2) + "!", "1 22 333 " * 6))
print(re.sub("(b)(c)?", "[\\1-" + "z" * 20 + str(7) + "]", "abcabdbc" * 3))
pattern = re.compile("[,;]" + " *")
print(pattern.split(", ".join(str(i) * 3 for i in range(12)) + ";end"))
print([pattern.search(str(i) + ";" + "t" * i).group(0) + str(i) for i in range(5)])
