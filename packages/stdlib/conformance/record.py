"""Records what CPython prints for every program under this folder: PROGRAM.py -> PROGRAM.out.

Recording again leaves git clean, so a changed .out is either a changed program or another Python.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
VERSION = (3, 11)
TIMEOUT_SECONDS = 60


def record(program):
    # -I: nothing of this machine's environment, and new hashes of str every time: a program that shows the order of a set
    # gives itself away by leaving git unclean.
    command = [sys.executable, "-I", "-X", "utf8", program.name]
    ran = subprocess.run(command, cwd=program.parent, capture_output=True, timeout=TIMEOUT_SECONDS)
    if ran.returncode != 0 or ran.stderr:
        sys.exit(f"{program.relative_to(FOLDER)} must run without an error:\n{ran.stderr.decode()}")
    program.with_suffix(".out").write_bytes(ran.stdout)


def main():
    if sys.version_info[:2] != VERSION:
        sys.exit(f"record with CPython {VERSION[0]}.{VERSION[1]}; this is {sys.version.split()[0]}")
    programs = sorted(FOLDER.glob("*/*.py"))
    for program in programs:
        record(program)
    for recorded in FOLDER.glob("*/*.out"):
        if not recorded.with_suffix(".py").exists():
            recorded.unlink()
    print(f"recorded {len(programs)} programs with CPython {sys.version.split()[0]}")


main()
