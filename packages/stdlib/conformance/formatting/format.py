print("{} {} {}".format(1, "two", 3.5), "{1} {0} {1}".format("a", "b"), "{x}-{y}".format(x=1, y=2))
print("{:5d}|{:<5d}|{:^5d}|{:>5d}|{:05d}|{:+d}".format(42, 42, 42, 42, 42, 42))
print("{:8}|{:<8}|{:^8}|{:>8}|{:*^9}|{:->6}".format("abc", "abc", "abc", "abc", "mid", "r"))
print("{:.2f} {:8.3f} {:e} {:g} {:.0f} {:.3g}".format(3.14159, 2.71828, 12345.678, 0.00001, 2.75, 1234.5))
print("{:x} {:X} {:o} {:b} {:#x} {:#b} {:c} {:,}".format(255, 255, 8, 5, 255, 5, 65, 1234567))
print("{!r} {!s} {:>{}}".format("q", "q", "w", 6))
print("{{literal}} {}".format("braces"))
print("{:%}".format(0.25), "{:10.2%}|".format(0.5))
print("{:>10}|{:<10}|{:^10}".format(True, None is None, str([1])))
try:
    "{} {}".format(1)
except IndexError:
    print("IndexError")
try:
    "{x}".format(y=1)
except KeyError:
    print("KeyError")
try:
    "{:d}".format("s")
except ValueError:
    print("ValueError")
