from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin,
    urlparse, urlsplit, urlunparse, urlunsplit,
)  # fmt: skip
def t(f):
    try: return f()
    except Exception as e: return (type(e).__name__, str(e))
for a in ["a b&c=d/é~_-.", b"\xff a", "", "+%", "日本"]:
    print(a, t(lambda: quote(a)), t(lambda: quote(a, safe="")), t(lambda: quote_plus(a)), t(lambda: quote(a, safe="&=é")))
print(quote("é", encoding="latin-1"), t(lambda: quote("日", encoding="latin-1"))[0], quote("日", encoding="latin-1", errors="replace"), t(lambda: quote(5)), t(lambda: quote(b"a", encoding="utf-8")), quote_from_bytes(b"a/b\xff"), t(lambda: quote_from_bytes("a")))
for a in ["a%20b", "%e9%", "%C3%A9x", "%zz%4", "a+b%2B", "%FF", "é%C3", ""]:
    print(a, repr(unquote(a)), repr(unquote_plus(a)), unquote_to_bytes(a), repr(unquote(a, "latin-1")))
print(unquote(b"a%20b"), t(lambda: unquote("%ff", errors="strict"))[0], unquote("%ff", errors="ignore"))
print(urlencode({"a": 1, "b": "x y", "c": [1, 2]}), urlencode({"c": [1, "é"], "d": "xy"}, doseq=True), urlencode([("a", None), ("b", True)]), urlencode({"a": "b c"}, quote_via=quote), urlencode({"a":b"\xff", b"k": 1.5}), t(lambda: urlencode("abc")), t(lambda: urlencode(5)), urlencode({}), urlencode({"a/":"/"}, safe="/"))
for q in ["a=1&b=2&a=3", "a=&b", "a=1;b=2", "a+b=c%20d", "", "=x", "a==b", "&&a=1", "é=%C3%A9"]:
    print(q, parse_qs(q), parse_qs(q, keep_blank_values=True), parse_qsl(q, True), t(lambda: parse_qsl(q, strict_parsing=True)), t(lambda: parse_qs(q, separator=";")))
print(t(lambda: parse_qsl("a=1&b=2", max_num_fields=1)), t(lambda: parse_qs("a=1", separator="")))
urls = ["http://user:pa@www.Example.com:80/a/b;p?q=1#f", "//host/p", "path/x", "mailto:a@b.c", "http://[::1]:8080/x", "http://h", "http://h?x", "h:80", "javascript:alert(1)", "HTTP://H/%7E", "http://h:abc/", "http://h:99999/", "", "?q", "#f", "http:///p", "file:///etc/x", "a;b;c", "a/b;c/d;e", "http://a@b@c/", " http://x\n/y", "http://h/a?b?c#d#e", "1x:y", "ftp://u@h", "http://[::1/", "data:text/plain,hi;x"]
for u in urls:
    print(repr(u), t(lambda: urlsplit(u)), t(lambda: urlparse(u)))
    r = t(lambda: urlparse(u))
    if not isinstance(r, tuple) or hasattr(r, "geturl"):
        print("  ", t(lambda: r.hostname), t(lambda: r.port), t(lambda: r.username), t(lambda: r.password), t(lambda: r.geturl()), t(lambda: urlunsplit(urlsplit(u))), t(lambda: urldefrag(u)), t(lambda: urldefrag(u).url))
print(urlsplit("//h/p", scheme="https"), urlsplit("a#b", allow_fragments=False), urlparse("http://h/x")._replace(path="/y").geturl(), urlunparse(("http", "h", "p", "a", "b", "c")), urlunsplit(["", "h", "p", "", ""]))
base = "http://a/b/c/d;p?q"
for u in ["g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..", "../../", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "./g/.", "g/./h", "g/../h", "http:g", "http:", "http://x/y", "mailto:x", "g;x=1/../y", "a//b"]:
    print(repr(u), urljoin(base, u), urljoin("a/b", u), urljoin("http://a", u), urljoin("/x/y", u))
print(urljoin("", "a"), urljoin("a", ""), urljoin("file:///a/b", "c"), urljoin("mailto:a", "b"), urljoin("http://a/b/", "c"), urljoin("http://a/b/../c/", "../d"))
