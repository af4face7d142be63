s = "abcdefghij"
print(s[0], s[-1], s[3], s[-3], s[2:5], s[:3], s[7:], s[:], s[-3:], s[:-3], s[5:2], s[0:100], s[100:])
for i in range(-10, 10, 3):
    print(i, s[i], s[i:], s[:i])
for bad in (10, -11, 100):
    try:
        print(s[bad])
    except IndexError:
        print("IndexError", bad)
u = "h\u00e9llo w\u00f6rld \u20ac \U0001f600!"
print(u, len(u), u[1], u[-2], u[3:8], u.upper() != u, u.find("w"), u.find("\u20ac"))
print("|".join(c for c in u))
print([ord(c) for c in u])
print(u.encode(), u.encode().decode() == u, len(u.encode()))
print(list(enumerate("xyz")), list(zip("abc", "de")), max("hello"), min("hello"), sorted("banana"))
