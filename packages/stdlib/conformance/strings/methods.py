s = "Hello, World"
print(s.upper(), s.lower(), len(s), s.find("o"), s.rfind("o"), s.find("z"), s.count("l"))
print(s.replace("l", "L"), s.replace("l", "", 2), s.replace("x", "y"))
print(s.split(", "), "a b  c".split(), "a,b,,c".split(","), "a,b,c,d".split(",", 2), "a,b,c,d".rsplit(",", 1))
print("  pad ".strip() + "|", "  pad ".lstrip() + "|", "  pad ".rstrip() + "|", "xxabcxx".strip("x"), "abcba".strip("ab"))
print(s.startswith("Hell"), s.endswith("ld"), s.startswith("World", 7), s.index("W"))
print("-".join(["a", "b", "c"]), "".join([]), ", ".join(("x",)), "".join(str(i) for i in range(5)))
print("abc".isalpha(), "123".isdigit(), "a1".isalpha(), " \t".isspace(), "ABC".isupper(), "abc".islower())
print("key=value".partition("="), "novalue".partition("="), "a.b.c".rpartition("."))
print("abc" in "xabcx", "abd" in "xabcx", "" in "abc", "a" not in "bcd")
print("a" * 5, 3 * "xy", "a" * 0, "a" * -1, "a" + "b" + "c")
print("line1\nline2\nline3".split("\n"), "a\nb".splitlines())
try:
    s.index("zzz")
except ValueError:
    print("ValueError")
