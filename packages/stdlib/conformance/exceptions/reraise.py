log = []


def level(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        level(n - 1)
    except ValueError:
        log.append(n)
        if n % 2:
            raise
        raise KeyError(n) if n == 4 else ValueError("from %d" % n)


try:
    level(6)
except Exception as e:
    print(type(e).__name__, e.args, log)


def handler():
    try:
        raise ValueError("v")
    except ValueError as e:
        saved = e
        try:
            raise TypeError("t")
        except TypeError as inner:
            print(type(saved).__name__, type(inner).__name__)
        return saved


e = handler()
try:
    raise e
except ValueError as again:
    print(again is e, again)
try:
    try:
        raise ValueError("cause")
    except ValueError as cause:
        raise RuntimeError("effect") from cause
except RuntimeError as e:
    print(e)


class Retry(Exception):
    pass


def flaky(failures):
    state = {"left": failures}

    def run():
        if state["left"]:
            state["left"] -= 1
            raise Retry(state["left"])
        return "ok"

    return run


def retry(f, times):
    for attempt in range(times):
        try:
            return attempt, f()
        except Retry as e:
            print("retry", e)
    raise RuntimeError("gave up")


print(retry(flaky(2), 5))
try:
    print(retry(flaky(9), 3))
except RuntimeError as e:
    print(e)
try:
    raise
except RuntimeError:
    print("nothing to raise")
