import io
import tomllib

DOCUMENT = '''# a comment
title = "TOML \\u00e9 \\"quoted\\" \\t."
'literal key' = 'C:\\path'
"quoted.key" = 1
[owner]
name = "Tom"
born = 1979-05-27T07:32:00-08:00
utc = 1979-05-27T07:32:00.999999Z
local = 1979-05-27 07:32:00
day = 1979-05-27
hour = 07:32:00.5

[numbers]
ints = [1, +99, -17, 0, 1_000, 0xDEAD_beef, 0o755, 0b1101]
floats = [3.14, -0.01, 5e+22, 1e06, -2E-2, 6.626e-34, 9_224.5, inf, -inf]
big = 123456789012345678901234567890
truth = [true, false]

[texts]
long = """
Roses are red \\
      Violets are blue
"quoted" """
raw = \'\'\'
no \\escapes
'here\'\'\'\'
nested = [[1, 2], ["a", "b",], # comment
  ["c"]]
inline = { x = 1, "y z" = 2, point.lat = 1.5 }
a.b.c = 1
a.b.d = 2

[[fruit]]
name = "apple"
[fruit.physical]
color = "red"
[[fruit.variety]]
name = "red delicious"
[[fruit.variety]]
name = "granny smith"
[[fruit]]
name = "banana"
'''

for name, value in tomllib.loads(DOCUMENT).items():
    if isinstance(value, dict):
        for key, item in value.items():
            print(name, key, repr(item))
    else:
        print(name, repr(value))

print(tomllib.load(io.BytesIO(b"a = 1\r\nb = 2\r\n")))
print(tomllib.loads("x = 1.10\ny = 2", parse_float=str))
print(tomllib.loads(""), tomllib.loads("\n\n# only a comment"))

WRONG = [
    "a", "a =", "a = ", "a = b", "= 1", "a = 1 b = 2", "a = 1\na = 2", "[a]\n[a]", "[a", "[[a]", "[]", "a.b = 1\n[a]\nb = 2",
    "a = [1, 2", "a = [1 2]", "a = {x = 1", "a = {x = 1,}", "a = {x = 1, x = 2}", 'a = "abc', 'a = "\\q"', 'a = "\\u12"',
    'a = "\\ud800"', "a = 'abc", "a = 'ab\nc'", 'a = "ab\nc"', "a = 01", "a = 1__0", "a = 1.", "a = .5", "a = 1e", "a = 1979-02-30",
    "a = 25:00:00", "a = tru", "a = {b = 1}\n[a.c]", "a = {b = 1}\na.c = 2", "a = [1]\n[[a]]", "a = 1\n[a.b]", "[a]\nb = 1\n[[a]]",
    "a = 1\n!", "# \x01", 'a = """x', "a = '''x", "a.b = 1\n[a.b]", "[a.b]\nx = 1\n[a]\nb.y = 2", "a = 0x", "a = +0x1", "é = 1",
]  # fmt: skip
for text in WRONG:
    try:
        print(repr(text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), error)
for make in (lambda: tomllib.load(io.StringIO("a = 1")),):
    try:
        make()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(issubclass(tomllib.TOMLDecodeError, ValueError))
