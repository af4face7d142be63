import csv


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text
        return len(text)


def read(text, **options):
    return list(csv.reader(text.splitlines(True), **options))


def write(rows, **options):
    out = Out()
    csv.writer(out, **options).writerows(rows)
    return out.text


print("plain", read("a,b,c\n1,2,3\r\n"))
print("quotes", read('"a","b,c","d ""e"""\n'), read('a"b,"c"d\n'), read('"",x\n'))
print("newline", read('"a\nb",c\nd,e\n'), read('"a\r\n\r\nb"\n'))
print("empty", read(""), read("\n\n"), read(",\n"), read('""\n'))
print("delimiter", read("a;b\n", delimiter=";"), read("a\tb\n", dialect="excel-tab"), read("a|b c\n", delimiter="|"))
print("quotechar", read("'a,b',c\n", quotechar="'"), read('a"b\n', quoting=csv.QUOTE_NONE))
print("escape", read("a\\,b,c\n", escapechar="\\"), read('"a\\"b"\n', escapechar="\\", doublequote=False))
print("space", read("a, b,  c\n", skipinitialspace=True), read("a, b\n"), read('a, "b,c"\n', skipinitialspace=True))
print("numeric", read('1,"2",3.5\n', quoting=csv.QUOTE_NONNUMERIC))
print("unfinished", read('"a'), read('a,"b\nc'))
print("unicode", read("\u00e9,\u20ac\n") == [["\u00e9", "\u20ac"]])
r = csv.reader(["a,b", '"x', 'y",z'])
print("line_num", next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter)
print("write", repr(write([["a", "b"], [1, 2.5, None, True]])))
print("write quotes", repr(write([["a,b", 'c"d', "e\nf", " g", "", "'"]])))
print("write all", repr(write([["a", 1, None]], quoting=csv.QUOTE_ALL)))
print("write numeric", repr(write([["a", 1, 2.5, ""]], quoting=csv.QUOTE_NONNUMERIC)))
print("write none", repr(write([["a", "b,c"]], quoting=csv.QUOTE_NONE, escapechar="\\")))
print("write one", repr(write([[""], [None], []])))
print("write dialect", repr(write([["a", "b"]], dialect="unix")), repr(write([["a", "b c"]], delimiter=" ", lineterminator="\n")))
print("write escape", repr(write([['a"b', "c"]], doublequote=False, escapechar="\\", lineterminator="|")))
print("floats", repr(write([[0.1, 1e100, 1 / 3]])))
d = csv.DictReader(["name,age", "Ann,3", "Bob", "Cy,4,x,y"])
print("DictReader", d.fieldnames, list(d), d.line_num)
print("rest", list(csv.DictReader(["1,2,3", "4"], ["a", "b"], restkey="more", restval="-")))
out = Out()
w = csv.DictWriter(out, ["b", "a"], restval="?")
w.writeheader()
w.writerow({"a": 1, "b": 2})
w.writerows([{"a": "x,y"}, {"b": None}])
print("DictWriter", repr(out.text))
out = Out()
csv.DictWriter(out, ["a"], extrasaction="ignore").writerow({"a": 1, "z": 2})
print("ignore", repr(out.text))


class Pipes(csv.Dialect):
    delimiter = "|"
    quotechar = "~"
    doublequote = True
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


csv.register_dialect("pipes", Pipes)
csv.register_dialect("semi", delimiter=";", quoting=csv.QUOTE_ALL)
print("dialects", read("a|~b|c~\n", dialect="pipes"), write([["x", 1]], dialect="semi").strip(), read("a|b\n", dialect=Pipes))
print("list", sorted(csv.list_dialects()), csv.get_dialect("semi").delimiter, csv.field_size_limit())
csv.unregister_dialect("semi")
print("sniff", csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.Sniffer().has_header("name,age\nAnn,3\nBob,4\n"))


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error)


fails("unknown", lambda: read("a\n", dialect="nope"))
fails("delimiter long", lambda: read("a\n", delimiter=",,"))
fails("delimiter type", lambda: read("a\n", delimiter=5))
fails("quoting", lambda: read("a\n", quoting=9))
fails("strict", lambda: read('"a"b\n', strict=True))
fails("strict end", lambda: read('"a', strict=True))
fails("bytes", lambda: list(csv.reader([b"a"])))
fails("need escape", lambda: write([["a,b"]], quoting=csv.QUOTE_NONE))
fails("row", lambda: write([5]))
fails("extra", lambda: csv.DictWriter(Out(), ["a"]).writerow({"b": 1}))
fails("newline", lambda: read("a\rb\n".replace("\r", "\r")) and list(csv.reader(["a\rb"])))
fails("keyword", lambda: read("a", nonsense=1))
