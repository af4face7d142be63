from pathlib import Path, PurePosixPath
import glob, os, shutil

def show(label, f):
    try:
        print(label, repr(f()))
    except Exception as e:
        print(label, type(e).__name__, e)

p = Path("a") / "b" / "c.txt"
print(p, repr(p), p.name, p.stem, p.suffix, p.parent, p.parts, list(p.parents), p.is_absolute())
print(Path("/x/y.tar.gz").suffixes, Path("/x").parts, Path("/") / "x", Path("x") == Path("./x"), Path("a/../b"), Path(), Path("/").parent)
print(p.with_name("d"), p.with_suffix(".md"), p.with_suffix(""), p.with_stem("z"), p.relative_to("a"), p.is_relative_to("x"), "q" / Path("r"))
show("relative", lambda: Path("/a").relative_to("/b"))
show("suffix", lambda: p.with_suffix("md"))
print(sorted([Path("b"), Path("a/z"), Path("a")]), {Path("a"): 1}[Path("a")], os.fspath(p), p.match("*.txt"), p.match("b/*.txt"), p.match("/c.txt"))
show("no parent", lambda: p.write_text("x"))
p.parent.mkdir(parents=True)
p.parent.mkdir(parents=True, exist_ok=True)
show("mkdir", lambda: p.parent.mkdir())
print(p.write_text("héllo\n"), p.read_text(), p.read_bytes(), p.exists(), p.is_file(), p.is_dir(), p.parent.is_dir(), p.stat().st_size)
print(p.write_bytes(b"\x00\xff"), p.read_bytes())
Path("a/t.txt").touch()
Path("a/b/u.py").touch()
show("touch", lambda: Path("a/t.txt").touch(exist_ok=False))
print(sorted(Path("a").iterdir()), sorted(Path("a").glob("*.txt")), sorted(Path(".").rglob("*.txt")), sorted(Path("a").glob("**/*")))
print(sorted(glob.glob("a/*")), sorted(glob.glob("a/**/*.txt", recursive=True)), sorted(glob.glob("a/[bt]*")))
with p.open("w") as f:
    f.write("1\n2\n")
with p.open() as f:
    print([int(line) for line in f])
print(p.rename("a/moved.txt"), p.exists(), Path("a/moved.txt").read_text())
shutil.copy("a/moved.txt", "a/copy.txt")
shutil.copytree("a", "tree")
print(sorted(str(x) for x in Path("tree").rglob("*")))
print(shutil.move("tree", "tree2"), os.path.isdir("tree"))
shutil.rmtree("tree2")
show("unlink", lambda: Path("nope").unlink())
Path("nope").unlink(missing_ok=True)
Path("a/copy.txt").unlink()
show("rmdir", lambda: Path("a").rmdir())
print(Path("x").resolve() == Path.cwd() / "x", Path.cwd().name == os.path.basename(os.getcwd()))
