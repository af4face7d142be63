def show(value, spec):
    try:
        print(repr(value), repr(spec), repr(format(value, spec)))
    except Exception as error:
        print(repr(value), repr(spec), type(error).__name__, error)


for spec in ["", "5", "<5", ">5", "^5", "*^7", "05", "s", ".2", "10.2", "é>6", "<", "d", "+", "#", "=5", ",", "5,", "z", ".", "5s5", "{<4"]:
    show("abc", spec)
    show("é日", spec)
for spec in ["", "d", "5", "<5", "^6", "05", "+", " ", "-", "+05", "=+6", "x=6", ",", "_", "10,", "010,", "012_", "b", "#b", "o", "#o", "x", "X", "#x", "#X", "#010x", "_b", "_x", "#_x", ",x", "c", "n", "e", ".2f", "%", "g", ".3", "s", "+c", "s<6", "<06", "08,"]:
    for value in [0, 7, -42, 1234567]:
        show(value, spec)
show(2**70, ",")
show(-(2**70), "_x")
show(2**70, "30")
show(2**70, ".3e")
show(65, "c")
show(0x1F600, "c")
show(-1, "c")
show(1114112, "c")
for spec in ["", "5", "d", "x", "s", ".1f", "+"]:
    show(True, spec)
    show(False, spec)
for value in [None, [1], (1,), {}, b"a", object]:
    try:
        print(format(value, ">5"))
    except TypeError as error:
        print(error)
    print(format(value, "")[:6])
