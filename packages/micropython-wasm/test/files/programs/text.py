# Text files: modes, newlines, encodings, positions.
def plain(value):
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, str):
        return "".join([c if ord(c) < 128 else "<%x>" % ord(c) for c in value])
    return value


def show(label, f):
    try:
        print(label, repr(plain(f())))
    except Exception as e:
        print(label, type(e).__name__, e)

with open("a.txt", "w") as f:
    print(f.write("héllo\nwörld\n€uro 😀\nlast"), f.closed, f.name, f.mode)
print(f.closed)
show("closed", lambda: f.read())
show("closed write", lambda: f.write("x"))
print(open("a.txt").read())
with open("a.txt", encoding="utf-8") as f:
    for line in f:
        print(repr(plain(line)))
    print(repr(f.read()), repr(f.readline()))
with open("a.txt") as f:
    print(f.readline(3), f.readline(), f.read(3), f.read(0), repr(plain(f.readlines())))
with open("a.txt") as f:
    print(next(f), repr(plain(list(f))))
with open("a.txt", "a") as f:
    print(f.tell(), f.write("!\n"), f.tell())
with open("a.txt", "r+") as f:
    print(repr(plain(f.read(2))))
    print(f.seek(0), f.write("H\u00c9"), f.tell())
    f.seek(0, 2)
    f.write("end")
print(open("a.txt").read())
with open("a.txt", "w+") as f:
    f.writelines(["one\n", "two\n"])
    f.seek(0)
    print(f.readlines(), f.readable(), f.writable(), f.seekable())
with open("a.txt", "x" if False else "r") as f:
    f.readline()
    show("w on r", lambda: f.write("x"))
show("x", lambda: open("a.txt", "x"))
with open("new.txt", "x") as f:
    f.write("new")
with open("new.txt", "w") as f:
    show("r on w", lambda: f.read())
show("bytes", lambda: open("new.txt", "w").write(b"x"))
show("mode", lambda: open("new.txt", "q"))
show("mode", lambda: open("new.txt", "rw"))
show("mode", lambda: open("new.txt", "tb"))
show("mode", lambda: open("new.txt", "rb", encoding="utf-8"))
show("newline", lambda: open("new.txt", newline="x"))
show("nul", lambda: open("a\0b"))
show("type", lambda: open(1.5))
show("missing", lambda: open("missing.txt"))
show("missing dir", lambda: open("missing/x.txt", "w"))
show("dir", lambda: open("."))
show("negative", lambda: open("a.txt").seek(-1))
show("whence", lambda: open("a.txt").seek(0, 7))

with open("crlf.txt", "wb") as f:
    f.write(b"a\r\nb\rc\nd\r\n\r\ne")
print(repr(open("crlf.txt").read()))
print(open("crlf.txt").readlines())
print(open("crlf.txt", newline="").readlines())
print(open("crlf.txt", newline="\n").readlines())
print(open("crlf.txt", newline="\r\n").readlines())
print(open("crlf.txt", newline="\r").readlines())
f = open("crlf.txt")
print([f.read(2) for i in range(6)])
f.close()
with open("w.txt", "w", newline="\r\n") as f:
    f.write("x\ny\n")
print(open("w.txt", "rb").read())
with open("w.txt", "w", encoding="latin-1") as f:
    f.write("é")
print(open("w.txt", "rb").read(), open("w.txt", encoding="latin-1").read())
print(repr(plain(open("w.txt", errors="replace").read())), repr(plain(open("w.txt", errors="ignore").read())))
with open("w.txt", "w", encoding="utf-8-sig") as f:
    f.write("bom")
    f.write("!")
print(open("w.txt", "rb").read(), open("w.txt", encoding="utf-8-sig").read(), repr(plain(open("w.txt").read())))
show("encoding", lambda: open("w.txt", encoding="klingon"))
with open("long.txt", "w") as f:
    for i in range(3000):
        print("line", i, "é" * (i % 7), file=f)
with open("long.txt") as f:
    lines = f.readlines()
print(len(lines), lines[2999], sum(len(line) for line in open("long.txt")))
with open("long.txt") as f:
    total = 0
    while True:
        part = f.read(1000)
        if not part:
            break
        total += len(part)
    print(total)
with open("long.txt") as f:
    for i in range(100):
        f.readline()
    at = f.tell()
    line = f.readline()
    f.seek(at)
    print(at, line == f.readline())
import json
with open("d.json", "w") as f:
    json.dump({"a": [1, 2]}, f)
print(json.load(open("d.json")))
with open("t.txt", "w+") as f:
    f.write("0123456789")
    print(f.truncate(4), f.tell())
    f.seek(0)
    print(f.read())
    f.seek(8)
    f.write("x")
print(repr(open("t.txt").read()))
