from html.parser import HTMLParser
class P(HTMLParser):
    def __init__(self): super().__init__(); self.links = []; self.depth = 0; self.text = []
    def handle_starttag(self, tag, attrs):
        print("  " * self.depth + "<" + tag, attrs, self.getpos()); self.depth += tag not in ("br", "img")
        if tag == "a": self.links.append(dict(attrs).get("href"))
    def handle_endtag(self, tag): self.depth -= 1; print("  " * self.depth + "</" + tag)
    def handle_data(self, data):
        if data.strip(): self.text.append(data.strip())
    def handle_comment(self, d): print("comment", repr(d))
    def handle_startendtag(self, t, a): print("startend", t, a)
    def handle_decl(self, d): print("decl", d)
    def handle_entityref(self, n): print("ent", n)
p = P(); p.feed("""<!DOCTYPE html><html><head><title>T &amp; x</title></head>
<body class=main id="x"><!-- c --><a href='/a?b=1&amp;c'>one</a><br/><img src="i.png"><p>Text &lt;b&gt; <b>bold</b></p>
<script>if (a < b) { x("<p>"); }</script></body></html>"""); p.close()
print(p.links, p.text)


class Events(HTMLParser):
    def __init__(self, **options):
        super().__init__(**options)
        self.events = []

    def handle_starttag(self, tag, attrs):
        self.events.append(("start", tag, attrs))

    def handle_startendtag(self, tag, attrs):
        self.events.append(("startend", tag, attrs))

    def handle_endtag(self, tag):
        self.events.append(("end", tag))

    def handle_data(self, data):
        self.events.append(("data", data))

    def handle_comment(self, data):
        self.events.append(("comment", data))

    def handle_decl(self, decl):
        self.events.append(("decl", decl))

    def handle_pi(self, data):
        self.events.append(("pi", data))

    def handle_charref(self, name):
        self.events.append(("charref", name))

    def handle_entityref(self, name):
        self.events.append(("entityref", name))

    def unknown_decl(self, data):
        self.events.append(("unknown", data))


def events(*pieces, **options):
    parser = Events(**options)
    for piece in pieces:
        parser.feed(piece)
    parser.close()
    return parser.events


for text in (
    "<p>a &amp; b &#65; c &nope; d</p>",
    "<A HREF=x  Checked data-n='1 2' title=\"&lt;q&gt;\">t</A >",
    "<br><br/><hr />",
    "<?php echo 1 ?><!-- x - y --><!doctype html>",
    "a < b and c > d <1",
    "<style>p > a { }</style><script>'</p>' + \"&amp;\"</script>",
    "<ul>\n<li>one\n<li>two</ul>",
):
    print(text, events(text))
    print(events(text, convert_charrefs=False))
print(events("<a hr", "ef='x", "y'>te", "xt &am", "p; more</", "a>"))
