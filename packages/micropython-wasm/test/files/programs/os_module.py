import errno, os, os.path, stat, sys

def plain(value):
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, str):
        return "".join([c if ord(c) < 128 else "<%x>" % ord(c) for c in value])
    return value


def show(label, f):
    try:
        print(label, repr(f()))
    except OSError as e:
        print(label, type(e).__name__, e, e.errno, e.strerror, e.filename, e.filename2)
    except Exception as e:
        print(label, type(e).__name__, e)

os.mkdir("d")
os.makedirs("x/y/z")
show("again", lambda: os.mkdir("d"))
show("again", lambda: os.makedirs("x/y/z"))
os.makedirs("x/y/z", exist_ok=True)
show("no parent", lambda: os.mkdir("no/d"))
open("d/f", "w").write("12345")
show("file as dir", lambda: os.mkdir("d/f/g"))
show("file as dir", lambda: open("d/f/g"))
show("file as dir", lambda: os.listdir("d/f"))
show("slash", lambda: open("d/f/"))
print(sorted(os.listdir()), os.listdir("d"), os.listdir("x/y"))
print(os.stat("d/f").st_size, os.stat("d/f")[6], stat.S_ISREG(os.stat("d/f").st_mode), stat.S_ISDIR(os.stat("d").st_mode))
show("missing", lambda: os.stat("missing"))
show("missing", lambda: os.remove("missing"))
show("missing", lambda: os.rmdir("missing"))
show("missing", lambda: os.listdir("missing"))
show("missing", lambda: os.rename("missing", "m2"))
show("not empty", lambda: os.rmdir("d"))
show("dir", lambda: os.remove("d"))
show("not dir", lambda: os.rmdir("d/f"))
show("empty", lambda: open(""))
os.rename("d/f", "x/y/g")
print(os.listdir("d"), sorted(os.listdir("x/y")))
open("k", "w").write("k")
os.replace("k", "x/y/g")
print(open("x/y/g").read())
show("onto dir", lambda: os.rename("x/y/g", "d"))
show("dir onto file", lambda: os.rename("d", "x/y/g"))
show("into itself", lambda: os.rename("x", "x/y/q"))
os.rename("d", "x/y/z")
os.rename("x", "moved")
for top, dirs, files in os.walk("."):
    dirs.sort()
    print(top, dirs, sorted(files))
for top, dirs, files in os.walk("moved", topdown=False):
    print(top, sorted(dirs), sorted(files))
cwd = os.getcwd()
os.chdir("moved/y")
print(os.getcwd() == os.path.join(cwd, "moved", "y"), sorted(os.listdir(".")), sorted(os.listdir("..")))
print(open("../y/./g").read(), os.path.exists("../../moved"))
os.chdir("..")
os.chdir(cwd)
show("chdir", lambda: os.chdir("nope"))
show("chdir", lambda: os.chdir("moved/y/g"))
with os.scandir("moved/y") as entries:
    print(sorted((e.name, e.path, e.is_dir(), e.is_file(), e.stat().st_size if e.is_file() else 0) for e in entries))
print(os.access("moved", os.R_OK), os.access("nope", os.F_OK))
try:
    open("nope")
except FileNotFoundError as e:
    print(isinstance(e, OSError), e.errno == errno.ENOENT, e.args, str(e))
try:
    raise FileNotFoundError("just text")
except OSError as e:
    print(e, e.errno, e.args)
try:
    raise PermissionError(13, "Permission denied", "x")
except OSError as e:
    print(e, e.errno, e.filename, e.args)
print(issubclass(FileExistsError, OSError), FileExistsError.__name__, os.strerror(2), os.name, os.sep, os.linesep == "\n")
p = os.path
print(p.join("a", "b", "/c", "d"), p.join("a/", "b"), p.join("", "x"), p.join("a", ""))
for name in ("/a/b/c.tar.gz", "a", "", "/", "a/", ".bashrc", "..", "a.b/c", "//x//y", "...a", "a.", "/a/.b.c"):
    print(repr(name), p.split(name), p.splitext(name), p.basename(name), p.dirname(name), p.normpath(name), p.isabs(name))
print(p.normpath("/a/./b/../../.."), p.normpath("../../x/.."), p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.commonpath(["/a/b/c", "/a/b/d"]), p.commonprefix(["abc", "abd"]))
print(p.getsize("moved/y/g"), p.isfile("moved"), p.isdir("moved"), p.isfile("nope"), p.exists("a\0b"), p.samefile("moved", "./moved"))
show("getsize", lambda: p.getsize("nope"))
os.remove("moved/y/g")
os.removedirs("moved/y/z")
print(os.listdir("."))
long = "n" * 300
show("long", lambda: open(long, "w"))
for name in ("__proto__", "constructor", "a b", "é", "e\u0301", "日本", "-", "...", "a\nb", "\\", "😀"):
    with open(name, "w") as f:
        f.write(name)
print(repr(plain(sorted(os.listdir(".")))), all(open(name).read() == name for name in os.listdir(".")))
print(os.path.exists("É"), os.path.exists("__PROTO__"))
show("bytes", lambda: open(b"a b").read())
