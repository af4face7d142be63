log = []


def order(how):
    log.append("start " + how)
    try:
        log.append("try")
        if how == "raise":
            raise ValueError(how)
        if how == "return":
            return "from try"
        if how == "other":
            raise KeyError(how)
    except ValueError:
        log.append("except")
        return "from except"
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("end")
    return "from end"


for how in ("plain", "raise", "return", "other"):
    try:
        print(how, order(how))
    except KeyError as e:
        print(how, "KeyError", e.args)
    print(log)
    log.clear()


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def nested():
    out = []
    try:
        try:
            try:
                raise ValueError("deep")
            finally:
                out.append("inner")
        except KeyError:
            out.append("wrong")
        finally:
            out.append("middle")
    except ValueError as e:
        out.append(str(e))
    finally:
        out.append("outer")
    return out


def loops():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append("f%d" % i)
    return out


def replaced():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as e:
        return "second wins"


print(override(), swallow(), nested(), loops(), replaced())
