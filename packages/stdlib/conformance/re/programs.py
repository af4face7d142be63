# What programs do with regular expressions.
import re

LOG = """2024-03-01 12:00:01 ERROR [db] connection lost (code=17)
2024-03-01 12:00:02 INFO [web] GET /index.html 200
2024-03-01 12:00:03 WARN [web] GET /missing 404
"""
line = re.compile(r"^(?P<date>\S+) (?P<time>\S+) (?P<level>[A-Z]+)\s+\[(?P<part>\w+)\] (?P<text>.*)$", re.M)
for m in line.finditer(LOG):
    print("log", sorted(m.groupdict().items()))
print("codes", re.findall(r"\b[45]\d\d\b", LOG), re.findall(r"code=(\d+)", LOG))


def tokenize(source):
    spec = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"),
            ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
    for m in re.finditer("|".join("(?P<%s>%s)" % pair for pair in spec), source):
        if m.lastgroup != "SKIP":
            yield m.lastgroup, m.group(), m.start()


print("tokens", list(tokenize("total := 3.14 * r;\nx ?")))
print("camel", re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower())
print("snake", re.sub(r"_(\w)", lambda m: m.group(1).upper(), "some_snake_case_name"))
print("thousands", re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"))
print("trim", repr(re.sub(r"^\s+|\s+$", "", "  hi there  ")), re.sub(r"\s+", " ", "a  b \n c"))
print("vowels", re.sub("[aeiou]", "", "regular expression"))
email = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
print("emails", email.findall("Ann <ann@example.com>, bob.b+x@mail.example.org; not@valid"))
for text in ("192.168.0.1", "256.1.1.1", "1.2.3", "0.0.0.0"):
    print("ip", text, bool(re.fullmatch(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}", text)))
for text in ("Abcdef1!", "abcdef", "ABCDEF12", "Abc1!"):
    print("password", text, bool(re.match(r"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w\s]).{8,}$", text)))
print("html", re.findall(r'<a\s+href="([^"]*)"[^>]*>(.*?)</a>', '<a href="/x">X</a> <a href="/y" class="z">Y <b>b</b></a>'))
print("tags", re.sub(r"<[^>]+>", "", "<p>Hi <b>there</b></p>"))
print("csv", re.findall(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))', 'a,"b ""c"", d",e'))
print("key value", sorted(re.findall(r"(\w+)\s*=\s*(\S+)", "a = 1 b=two c =3")))
print("words", sorted(set(re.findall(r"[a-z']+", "Don't stop, don't!".lower()))))
print("repeat", re.findall(r"\b(\w+) \1\b", "this is is a test test of of"))
print("balance", re.findall(r"\([^()]*\)", "f(a) + g(b, (c)) + (d)"))
print("dates", re.sub(r"(\d{1,2})/(\d{1,2})/(\d{4})", r"\3-\1-\2", "on 3/14/2024 and 12/1/2023"))
print("sentences", re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
print("url", re.match(r"(?P<scheme>https?)://(?P<host>[^/:]+)(?::(?P<port>\d+))?(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?", "https://ex.com:80/a/b?q=1#z").groups())
print("template", re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda m: {"name": "Ann", "n": "3"}.get(m[1], m[0]), "Hi {{ name }}, {{n}} {{x}}"))
print("roman", [bool(re.fullmatch("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", r)) for r in ("MCMXCIV", "IIII", "XLII")])
print("prime", [n for n in range(2, 30) if not re.match(r"^(11+?)\1+$", "1" * n)])
print("greedy", re.match(r"(.*)(\d+)", "abc123").groups(), re.match(r"(.*?)(\d+)", "abc123").groups())
print("nested quantifiers", re.match(r"(?:(?:a|b)+c)+", "abcaacx").group(), re.match(r"((a+)b)+", "aababx").groups())
print("long", len(re.findall(r"(?:ab|c)+", "ababc " * 1000)), re.match("(?:a|b)*c", "ab" * 5000) is None)
print("many groups", len(re.match("(.)" * 120, "x" * 120).groups()))
print("deep", re.match("(" * 50 + "a" + ")" * 50, "a").lastindex)
