words = ["pear", "apple", "fig", "banana", "Apple", "", "app", "apples", "zebra", "10", "9"]
print(sorted(words))
print(sorted(words, reverse=True))
print(min(words), max(words))
for a, b in (("a", "b"), ("a", "A"), ("abc", "abd"), ("ab", "abc"), ("", "a"), ("same", "same")):
    print(a < b, a <= b, a > b, a >= b, a == b, a != b)
print("a" == 97, "1" == 1, "a" == b"a", "ab" == "a" + "b")
print("abc" < "abcd" < "abd", hash("abc") == hash("ab" + "c"))
print(sorted(words, key=lambda w: (-len(w), w)))
