import io
import xml.etree.ElementTree as ET

TEXT = """<?xml version="1.0"?>
<!-- countries -->
<data>
  <country name="Liechtenstein" id="1">
    <rank>1</rank><year>2008</year>
    <neighbor name="Austria" direction="E"/><neighbor name="Switzerland" direction="W"/>
  </country>
  <country name="Singapore">
    <rank>4</rank><year>2011</year>
    <note>a &lt; b &amp; &#233;<![CDATA[ <raw> ]]></note>tail
  </country>
</data>"""

root = ET.fromstring(TEXT)
print(root.tag, root.attrib, len(root), repr(root.text))
for child in root:
    print(child.tag, child.attrib, child.get("name"), child.get("none", "-"), sorted(child.keys()))
print(root[0][1].text, repr(root[1][2].text), repr(root[1][2].tail))
print([e.get("name") for e in root.iter("neighbor")], [e.tag for e in root.iter()])
for path in (
    "country", "*", "country/rank", ".//rank", ".", "./country/neighbor", "country[@id]", "country[@name='Singapore']/year",
    "country[2]", "country[last()]/rank", "country[rank='4']/year", ".//neighbor[@direction!='E']", ".//year/..", "country[neighbor]",
    ".//rank[.='1']", "none", ".//*[@name]", "country/", "{*}country", "country[1]/neighbor[2]",
):  # fmt: skip
    print(path, [(e.tag, e.get("name"), (e.text or "").strip()) for e in root.findall(path)])
print(root.findtext("country/rank"), root.findtext("x"), root.findtext("x", "default"), root.find("x"))
for path in ("/country", "country[0]", "country[foo()]"):
    try:
        print(path, root.findall(path))
    except SyntaxError as error:
        print(path, error)

top = ET.Element("a", {"k": 'v"<&>'}, z="1")
b = ET.SubElement(top, "b")
b.text = "x < y & é"
b.tail = "tail"
ET.SubElement(top, "c").set("n", "1\n2")
top.append(ET.Comment(" note "))
print(ET.tostring(top), ET.tostring(top, encoding="unicode"), ET.tostring(top, "utf-8"))
print(ET.tostring(top, encoding="unicode", short_empty_elements=False), ET.tostring(top, "unicode", method="text"))
ET.indent(root)
print(ET.tostring(root, encoding="unicode"))
print(ET.tostring(top, encoding="utf-8", xml_declaration=True))
top.remove(b)
print(len(top), [str(e.tag) for e in top][0])
top.insert(0, ET.Element("first"))
print(top[0].tag, [e.tag for e in top[:1]])
out = io.BytesIO()
ET.ElementTree(top[0]).write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue())
print([(event, e.tag) for event, e in ET.iterparse(io.BytesIO(b"<a><b/><c>t</c></a>"), events=("start", "end"))])
print(ET.parse(io.StringIO("<a><b/></a>")).getroot()[0].tag)
print("".join(ET.fromstring("<p>one <b>two</b> three</p>").itertext()))
ns = ET.fromstring('<r xmlns="urn:d" xmlns:x="urn:x"><x:i x:a="1" b="2"/></r>')
print(ns.tag, ns[0].tag, ns[0].attrib, ns.find("x:i", {"x": "urn:x"}).tag, ET.tostring(ns))
for text in (
    "", "<a>", "<a></b>", "<a><b></a>", "text", "<a/><b/>", "<a/>x", "<a b></a>", "<a b=1/>", "<a>&x;</a>", "<a>&</a>", "<a b='1' b='2'/>",
    "<1/>", "<a", "<a>\n\n  <b></c></a>", "<a>&#0;</a>", "<x:a/>",
):  # fmt: skip
    try:
        print(repr(text), ET.tostring(ET.fromstring(text)))
    except ET.ParseError as error:
        print(repr(text), error, error.position, error.code)
for wrong in (lambda: top.append("x"), lambda: top.remove(b), lambda: top[9], lambda: ET.tostring(ET.Element("a", k=1))):
    try:
        wrong()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
