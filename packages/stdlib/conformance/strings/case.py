texts = ["", "hello world", "HELLO", "Hello World", "hELLO wORLD", "they're bill's", "x1y2 z3", "éa ÉB", "straße", "ΑΣ ΣΑΣ", "ὈΔΥΣΣΕΎΣ", "ǆ Ǆ ǅ", "ﬁn", "İi ıI", "123", "a-b_c", "日本"]
for text in texts:
    print(ascii(text), [ascii(s) for s in (text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold())])
samples = ["", "a", "A", "aB", "AB1", "1", "²", "½", "٣", " ", "\t\n", "\x1c", "\u2003", "a b", "_a", "1a", "é", "É", "ǅ", "日本", "ª", "\x00", "\x7f", "\xa0", "\u200b", "Ab Cd", "Ab cD", "A1B", "--", "class", "a\u0301", "𝒜", "𝟘", "😀", "\U000e0001", "Ⅷ"]
for text in samples:
    flags = [text.isalpha(), text.isalnum(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.islower(), text.isupper(), text.istitle(), text.isspace(), text.isprintable(), text.isidentifier(), text.isascii()]
    print(ascii(text), "".join("01"[flag] for flag in flags))
for data in [b"", b"abc", b"ABC", b"Abc Def", b"a1", b"12", b" \t", b"\xe9a", bytearray(b"aB cD")]:
    print(data, data.upper(), data.lower(), data.title(), data.capitalize(), data.swapcase())
    print([data.isalpha(), data.isalnum(), data.isdigit(), data.islower(), data.isupper(), data.istitle(), data.isspace(), data.isascii()])
