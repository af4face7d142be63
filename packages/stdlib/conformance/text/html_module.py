import html

print(html.escape("<a href=\"x\">'&'</a>"), html.escape("\"'", quote=False), html.escape(""))
for text in ("&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; &#x27;", "&eacute;&euro;&nbsp;|", "&amp", "&ampx", "&notit;", "&notin;", "&unknown;", "&#65;&#x42;&#67", "&#0;&#128;&#x110000;&#xD800;",
             "&#1;|&#11;|", "a & b", "&", "&;", "&#;", "&#x;", "&copy 2024 &reg;", "&hellip;&mdash;&ldquo;&rdquo;", "&Alpha;&omega;&infin;&ne;", "&apos;", "&AMP;&LT", "&amp;lt;"):
    print(repr(text), html.unescape(text).encode())
print(html.unescape(html.escape("<x y='z'>")) == "<x y='z'>")
