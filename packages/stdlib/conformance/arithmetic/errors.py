def attempt(label, thunk):
    try:
        print(label, thunk())
    except ZeroDivisionError:
        print(label, "ZeroDivisionError")
    except TypeError:
        print(label, "TypeError")
    except ValueError:
        print(label, "ValueError")
    except OverflowError:
        print(label, "OverflowError")


attempt("1 // 0", lambda: 1 // 0)
attempt("1 % 0", lambda: 1 % 0)
attempt("1 / 0", lambda: 1 / 0)
attempt("1.0 / 0", lambda: 1.0 / 0)
attempt("1.0 // 0.0", lambda: 1.0 // 0.0)
attempt("1 + 'a'", lambda: 1 + "a")
attempt("'a' + 1", lambda: "a" + 1)
attempt("[] + 1", lambda: [] + 1)
attempt("None + 1", lambda: None + 1)
attempt("-'a'", lambda: -"a")
attempt("1 < 'a'", lambda: 1 < "a")
attempt("1 << -1", lambda: 1 << -1)
attempt("int([])", lambda: int([]))
attempt("chr(-1)", lambda: chr(-1))
attempt("ord('ab')", lambda: ord("ab"))
attempt("0 ** -1", lambda: 0**-1)
attempt("divmod(1, 0)", lambda: divmod(1, 0))
attempt("int(inf)", lambda: int(float("inf")))
