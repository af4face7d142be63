import configparser

TEXT = """
# comment
[DEFAULT]
home = /root
Level: 3

[server]
host = example.com
port=8080
debug = yes
path = %(home)s/www
long = first
    second
    third
; another comment
[empty]
"""
c = configparser.ConfigParser()
c.read_string(TEXT)
print("sections", c.sections(), c.defaults(), "server" in c, "nope" in c, c.has_section("DEFAULT"))
print("options", c.options("server"), c.options("empty"))
print("get", c.get("server", "host"), c.getint("server", "port"), c.getboolean("server", "debug"), c.getfloat("server", "level"), c["server"]["HOST"])
print("interpolation", c.get("server", "path"), c.get("server", "path", raw=True), c.get("server", "path", vars={"home": "/x"}))
print("lines", repr(c["server"]["long"]))
print("fallback", c.get("server", "nope", fallback="f"), c.get("no", "nope", fallback=None), c.getint("server", "nope", fallback=7), c["server"].get("nope"), c["server"].getint("port"))
print("items", c.items("empty"), list(c["empty"]), dict(c["empty"].items()), len(c))
c.add_section("new")
c.set("new", "a", "1")
c["new"]["b"] = "two"
c["other"] = {"x": "y", "n": 5}
print("set", c.items("new"), c["other"]["n"], c.has_option("new", "a"), c.remove_option("new", "a"), c.remove_option("new", "a"), c.remove_section("empty"), list(c))


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


out = Out()
c.write(out)
print("write", repr(out.text))
r = configparser.RawConfigParser(allow_no_value=True, delimiters=("=",), inline_comment_prefixes=("#",))
r.read_string("[a]\nflag\nx = 1 # one\ny = a:b\n")
print("raw", r.items("a"))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_dict({"a": {"x": "1", "y": "${x}2$$"}, "b": {"z": "${a:y}3"}})
print("extended", e["a"]["y"], e["b"]["z"])
n = configparser.ConfigParser(interpolation=None)
n.read_string("[a]\nx = 50%\n")
print("none", n["a"]["x"])


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, str(error) if not isinstance(error, KeyError) else "")


fails("section", lambda: c.get("no", "x"))
fails("option", lambda: c.get("server", "no"))
fails("key", lambda: c["no"])
fails("duplicate section", lambda: c.read_string("[a]\n[a]\n"))
fails("duplicate option", lambda: c.read_string("[q]\nx=1\nX=2\n"))
fails("add twice", lambda: c.add_section("server"))
fails("no header", lambda: c.read_string("x=1\n"))
fails("parsing", lambda: c.read_string("[z]\nnonsense\n"))
fails("boolean", lambda: c.getboolean("server", "host"))
fails("value", lambda: c.set("server", "x", 5))
fails("percent", lambda: c.set("server", "x", "50%"))
fails("missing key", lambda: configparser.ConfigParser({"a": "%(b)s"}).get("DEFAULT", "a"))
fails("loop", lambda: configparser.ConfigParser({"a": "%(a)s"}).get("DEFAULT", "a"))
