"""The process that holds CPython: the protocol of serve.mjs."""

import contextlib
import io
import json
import platform
import sys
import time


def measure(source):
    stdout = io.StringIO()
    try:
        with contextlib.redirect_stdout(stdout):
            start = time.perf_counter()
            exec(compile(source, "<bench>", "exec"), {"__name__": "__main__"})
            milliseconds = (time.perf_counter() - start) * 1000
    except Exception as error:
        return {"error": repr(error)}
    return {"milliseconds": milliseconds, "output": stdout.getvalue()}


def answer(message):
    print(json.dumps(message), flush=True)


answer({"version": platform.python_version()})
for line in sys.stdin:
    answer(measure(json.loads(line)["source"]))
