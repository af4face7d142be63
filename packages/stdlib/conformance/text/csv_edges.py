import csv
import io


def read(text, **options):
    lines = csv.reader(text.splitlines(True), **options)
    rows = []
    try:
        for row in lines:
            rows.append((row, lines.line_num))
    except (csv.Error, ValueError) as error:
        rows.append(str(error))
    return rows


def write(rows, **options):
    out = io.StringIO(newline="")
    try:
        csv.writer(out, **options).writerows(rows)
    except csv.Error as error:
        return out.getvalue(), str(error)
    return out.getvalue()


class Name(str):
    def __str__(self):
        return "changed"


class Both:
    def __str__(self):
        return 'o"o,'


print("quote in the middle", read('5" pipe,7" disc\na"b"c,d\nx,""y\n'))
print("quote behind a field", read('"a"b,c\n"a" ,c\n"a""b"c,"d"\n'))
print("doubled", read('"a""b"\n"""a"""\n""""\n"",x\n"a"",b",c\n"""",""""""\n'))
print("doubled beside delimiters", read('1,"say ""hi"", then",2\n"""",","\n"x"",""y"\n'))
print("empty fields", read(',\n,,\n"",""\n,"",\n"a",\n,"a"\n'))
print("line ends", read('a,b\r\n"c",d\r\n\r\n"e,f"\r\n'))
print("several lines", read('1,"a\nb\n\nc",2\n"x""\ny",z\n3,4\n'))
print("several lines, CRLF", read('1,"a\r\nb ""q""\r\n",2\r\nx,y\r\n'))
print("unclosed", read('a,"b\nc,d\n'), read('"'), read('a,"'))
print("space", read('a, "b ""c"", d",  e\n" f", \n', skipinitialspace=True))
print("space kept", read('a, "b,c"\n'))
print("strict", read('"a","b"\n"a"b\n', strict=True), read('"a""b",c\na"b\n', strict=True))
print("strict, escaped", read('"a"b,"c\\"d"\n', strict=True, doublequote=False, escapechar="\\"))
print("strict, unclosed", read('a\n"b\n', strict=True))
print("quotechar", read("'a,''b''',c\n\"d,e\"\n", quotechar="'"), read("|a;b|;|c||d|\n", quotechar="|", delimiter=";"))
print("numeric", read('1,"2",,"",-.5e3\n', quoting=csv.QUOTE_NONNUMERIC), read("1,\\2\n", quoting=csv.QUOTE_NONNUMERIC, escapechar="\\"))
print("numeric, not a number", read('1\nx,"2"\n', quoting=csv.QUOTE_NONNUMERIC))
print("escaped ends", read("a\\\nb,c\nd\\\n", escapechar="\\"), list(csv.reader(["a\\", "b\\\u20ac", "c"], escapechar="\\")))
print("escape behind a quote", read('"a"\\b,c\n', escapechar="\\"), read('"a"\\,b\n', escapechar="\\", doublequote=False))
print("newline in a line", list(csv.reader(['a,"b\nc"', '"d\re",f', "g\n\n"])))
print("unicode", read('\u20ac,"\u00e9,\u20ac ""\u00e9""",\u00e9\n') == [(["\u20ac", '\u00e9,\u20ac "\u00e9"', "\u00e9"], 1)])
lines = csv.reader(io.StringIO('a,"b"\n"c\nd",e\n\nf\n'))
print("next", next(lines), lines.line_num, next(lines), lines.line_num, list(lines), next(lines, "end"))
file = io.StringIO('a\n"b",c\nd\n')
lines = csv.reader(file)
print("shared file", next(lines), file.readline(), list(lines), file.seek(0), list(lines), lines.line_num)
text = "".join(["%d,\u20ac%s\n" % (i, "x" * (i % 40)) if i % 7 else '%d,"a\nb"\n' % i for i in range(400)])
file = io.StringIO(text)
kept = []
for at, row in enumerate(csv.reader(file)):
    kept.append(row)
    if at % 50 == 3:
        kept.append(file.readline())
    if at == 120:
        file.seek(0, 2)
        file.write("end,of\nthe,file")
        file.seek(0)
print("shared all the way", len(kept), sum([len(row) * at for at, row in enumerate(kept)]), kept[-3:], file.read() == "")
file = io.StringIO("a\nb\nc\nd\n")
lines = iter(csv.reader(file))
print("closed", next(lines), next(lines), file.close())
try:
    print(next(lines))
except ValueError:
    print("is closed")
lines = csv.reader(["a", 'b"', '"c"d', "e"], strict=True)
print("after an error", next(lines), next(lines))
try:
    next(lines)
except csv.Error as error:
    print("error", error)
print("goes on", next(lines), lines.line_num)
lines = csv.reader(["a,b", 'c,"d"', "0123456789,1"])
old = csv.field_size_limit(5)
try:
    print("limit", list(lines))
except csv.Error as error:
    print("limit", error, csv.field_size_limit(old))
print("write quotes", repr(write([["a", 'b"c', "d,e", '"', ",", '""', "f"]])))
print("write ends", repr(write([["a\rb", "c\nd", "e\r\n"], ["x|y", "\n"]], lineterminator="|")))
print("write terminator", repr(write([["ab", "c"], ["d", "e"]], lineterminator="abc")), repr(write([["a", "b\n"]], lineterminator="")))
print("write one", repr(write([[""], [None], ["", ""], [], [" "]])))
print("write delimiter", repr(write([["1.5", 2.5, "a"], [1, None, True]], delimiter=".")))
print("write quotechar", repr(write([["it's", 'a"b', "c,d"]], quotechar="'")))
print("write kinds of str", repr(write([[Name("a"), Name("b,c"), Both(), 1]])))
print("write escape", repr(write([["a\\b", 'c"d', "e,f"]], escapechar="\\")))
print("write no quotes", repr(write([["a"], ['b"c']], quoting=csv.QUOTE_NONE)), repr(write([[""]], quoting=csv.QUOTE_NONE)))
print("write numeric", repr(write([[1, "2", 3.5, None, True, 'x"']], quoting=csv.QUOTE_NONNUMERIC)))
print("write iterator", repr(write([iter("ab"), (n for n in (1, 2)), {"k": 1}, "xy"])))
print("DictReader", list(csv.DictReader(io.StringIO('a,"b,c"\n1,"2 ""x"""\n\n3\n4,5,"6"\n'))))
