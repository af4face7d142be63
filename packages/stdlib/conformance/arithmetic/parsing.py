for text in ("0", "42", "-42", "+7", "  12  ", "0x1f", "0b101", "0o17", "1_000"):
    try:
        print(repr(text), int(text, 0))
    except ValueError:
        print(repr(text), "refused")
print(int("ff", 16), int("zz", 36), int("101", 2), int("-777", 8))
for text in ("", "abc", "12a", "1.5", "--1", "0x"):
    try:
        print(int(text))
    except ValueError:
        print("ValueError for", repr(text))
print(0xFF, 0b1010, 0o17, 1_000_000)
print(hex(255), hex(-255), bin(10), bin(-10), oct(8), oct(-8))
print(float("1.5"), float("-2e3"), float(" 7 "), float("inf"), float("-inf"))
print(chr(65), ord("z"), chr(8364), ord("\u20ac"))
