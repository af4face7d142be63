import logging, sys, io
out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app.db")
log.debug("no"); log.info("hello %s", "you"); log.warning("n %d %s", 1, "x")
try: 1/0
except ZeroDivisionError: log.exception("failed")
logging.getLogger("app").setLevel(logging.ERROR)
log.warning("hidden"); log.error("shown")
print(out.getvalue().split("\n")[:3], "ZeroDivisionError: division by zero" in out.getvalue(), "hidden" in out.getvalue())
h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("[{levelname}] {message}", style="{"))
l2 = logging.getLogger("x"); l2.addHandler(h); l2.propagate = False; l2.setLevel("DEBUG"); l2.debug("dbg")
print(out.getvalue().split("\n")[-2], l2, logging.getLevelName(20), l2.isEnabledFor(10), log.getEffectiveLevel())
import traceback
def f(): raise KeyError("k")
try: f()
except KeyError as e:
    t = traceback.format_exc()
    print(t.split("\n")[0], t.split("\n")[-2], traceback.format_exception_only(e), len(traceback.format_exception(e)) > 2)
