def iglob(pathname, root_dir=None, recursive=False):
    from pathlib import Path

    absolute = pathname.startswith("/")
    if not recursive:
        pathname = pathname.replace("**", "*")
    base = Path("/" if absolute else root_dir or ".")
    for path in base.glob(pathname.lstrip("/")):
        yield str(path if absolute or root_dir is None else path.relative_to(root_dir))


def glob(pathname, root_dir=None, recursive=False):
    return list(iglob(pathname, root_dir, recursive))
