def show(value, spec):
    try:
        print(repr(value), repr(spec), repr(format(value, spec)))
    except Exception as error:
        print(repr(value), repr(spec), type(error).__name__, error)


values = [0.0, -0.0, 1.0, -1.5, 3.14159, 2.5, 1234567.891, 1e16, 1e-5, 123456789.0, float("inf"), float("nan"), -float("inf"), 1e100, 0.1, 99.995]
for spec in ["", ".2f", "f", ".0f", "#.0f", "e", ".3e", ".0e", "#.0e", "g", ".3g", "#.3g", "G", "E", "F", "%", ".1%", ",", ",.2f", "_.1f", "10.2f", "<10.2f", "^10.1f", "+.1f", " .1f", "010.2f", "=10.1f", "*>12.3f", "+010,.1f", ".10", ".1", "n", "z.1f", "15,.2f", "015,.2f"]:
    for value in values:
        show(value, spec)
for spec in ["d", "x", "s", "c", ".2d"]:
    show(1.5, spec)
for places in range(6):
    print([format(x, f".{places}f") for x in (0.5, 1.5, 2.5, 0.25, 0.125, 2.675, 1.005, 1e22, 123.456)])
print(format(1.1, ".30f"), format(1 / 3, ".50g"), format(2.0**-30, ".40f"), format(1e300, ".1f"))
