def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


for text in ["", "42", "-42", "+1", "--", "é", "日本", "toolong"]:
    show(text.zfill, 5)
    show(text.ljust, 5)
    show(text.rjust, 5, "*")
    show(text.center, 5, "é")
    show(text.center, 6)
    show(text.center, -1)
for width in range(8):
    print([text.center(width, ".") for text in ("", "a", "ab", "abc")])
show("a".ljust, 3, "ab")
show("a".ljust, 3, "")
show("a".ljust, 3, 1)
for text in ["a\tb", "ab\tc\td", "\t", "a\nb\tc", "é\tx", "01\t012\t0123"]:
    show(text.expandtabs)
    show(text.expandtabs, 4)
    show(text.expandtabs, tabsize=0)
    show(text.expandtabs, 1)
print(b"7".zfill(3), b"ab".ljust(4, b"-"), b"ab".rjust(4), b"ab".center(5, b"*"), bytearray(b"x").zfill(2), b"a\tb".expandtabs(4))
