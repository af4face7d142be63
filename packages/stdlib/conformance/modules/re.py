import re

text = "The year 1984, the year 2001 and the 3rd; mail ann@example.org or bob@test.net!"
m = re.match("(The) (year) ([0-9]+)", text)
print(m.group(0), m.group(1), m.group(3))
print(re.search("[a-z]+@[a-z.]+", text).group(0), re.search("zzz", text), re.match("year", text))
print(re.compile("[ ,;!]+").split(text), re.compile("e").split("tree", 1))
print(re.sub("[0-9]+", "N", text), re.sub("(a)(b)?", "<\\1>", "abaab"), re.sub("x", "y", "xxxx", 2))
words = [re.sub("[aeiou]", "*", w + str(i)) for i, w in enumerate(text.split())]
print(words)
for pattern in ("a+", "a*b", "[^abc]+", "(x|y)+z", "^start", "end$", "\\d\\d", "\\w+\\s", "a?b?c?"):
    for subject in ("aaab", "xyxz", "start 42 end", "defabc", ""):
        found = re.search(pattern, subject)
        print(pattern, repr(subject), repr(found.group(0)) if found else None)
