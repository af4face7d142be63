# Binary files.
def show(label, f):
    try:
        print(label, repr(f()))
    except Exception as e:
        print(label, type(e).__name__, e)

with open("b", "wb") as f:
    print(f.write(bytes(range(256))), f.tell(), f.write(bytearray(b"xy")), f.write(memoryview(b"z")))
with open("b", "rb") as f:
    print(f.read(3), f.tell(), f.seek(10, 1), f.read(2), f.seek(-3, 2), f.read(), f.read())
    buffer = bytearray(4)
    f.seek(0)
    print(f.readinto(buffer), buffer, f.peek(1)[:1])
    f.seek(8)
    print(f.readline(), f.readline(5))
with open("b", "r+b") as f:
    f.seek(1)
    f.write(b"ONE")
    print(f.read(2), f.tell())
    f.seek(0)
    print(f.read(6))
    f.truncate(10)
print(open("b", "rb").read())
with open("b", "ab") as f:
    f.seek(0)
    f.write(b"end")
print(open("b", "rb").read())
show("str", lambda: open("b", "wb").write("x"))
show("r", lambda: open("b", "rb").write(b"x"))
show("w", lambda: open("b", "wb").read())
with open("lines", "wb") as f:
    f.writelines([b"a\n", b"b\r\n", b"c"])
print(list(open("lines", "rb")), open("lines", "rb").readlines(3))
with open("sparse", "wb") as f:
    f.seek(100)
    f.write(b"x")
print(len(open("sparse", "rb").read()), open("sparse", "rb").read()[:3])
