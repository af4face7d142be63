print("%d %i %s %r %x %X %o %c %%" % (42, -7, "str", "rep", 255, 255, 8, "c"))
print("[%5d] [%-5d] [%05d] [%+d] [% d]" % (42, 42, 42, 42, 42))
print("[%8s] [%-8s] [%.2s] [%8.3s]" % ("abc", "abc", "abc", "abcdef"))
print("%f %.2f %8.3f %-8.1f| %e %.3e %g %g" % (3.14159, 3.14159, 3.14159, 3.14159, 31415.9, 31415.9, 0.0001, 1e10))
print("%(name)s is %(age)d years" % {"name": "Ann", "age": 41})
print("%s %s" % ([1, 2], (3, 4)), "%s" % None, "%s" % True)
print("%5.1f|%-7.2f|%07.2f" % (2.375, 2.25, 2.25))
for bad in (("%d", ("x",)), ("%s %s", (1,)), ("%d %d", (1, 2, 3))):
    try:
        print(bad[0] % bad[1])
    except TypeError:
        print("TypeError", bad[0])
