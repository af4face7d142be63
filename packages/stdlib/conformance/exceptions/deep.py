def down(n, kind):
    if n == 0:
        raise kind("bottom")
    return down(n - 1, kind) + 1


for kind in (ValueError, KeyError, RuntimeError):
    try:
        down(30, kind)
    except (ValueError, KeyError) as e:
        print("first", type(e).__name__)
    except Exception as e:
        print("second", type(e).__name__)


def unwind(n, log):
    try:
        if n == 0:
            raise IndexError("end")
        unwind(n - 1, log)
    finally:
        log.append(n)


log = []
try:
    unwind(20, log)
except IndexError as e:
    print(e, log)
caught = 0
for i in range(300):
    try:
        [][i]
    except IndexError:
        caught += 1
    try:
        {}[i]
    except KeyError as e:
        caught += e.args[0]
    try:
        int("x" * (i % 5 + 1))
    except ValueError:
        caught += 1
print(caught)
saved = []
for i in range(50):
    try:
        raise ValueError("number %d" % i, [i] * 3)
    except ValueError as e:
        saved.append(e)
print([e.args[0] for e in saved[:3]], sum(e.args[1][0] for e in saved))
