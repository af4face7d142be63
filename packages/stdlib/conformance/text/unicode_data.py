import unicodedata
from unicodedata import category, combining, normalize


def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


text = "Crème Brûlée ﬁn ½ Å ñ 가"
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, ascii(normalize(form, text)), len(normalize(form, text)))
print("stripped", "".join(c for c in normalize("NFD", text) if not combining(c)))
print("marks", "".join(c for c in normalize("NFKD", text) if category(c) != "Mn"))
print("ascii", normalize("NFKD", "Zoë Ångström").encode("ascii", "ignore").decode())
print("same", normalize("NFC", "e\u0301") == "é", unicodedata.is_normalized("NFC", "e\u0301"), unicodedata.is_normalized("NFD", "e\u0301"))
print("category", [category(c) for c in "aA1 _-(«»)+$^©\n\u0301ǅʰא٣Ⅷ\u200b\u00a0\u2028\ue000"])
print("combining", [combining(c) for c in "a\u0301\u0323\u0327\u0338\u0345"])
print("decimal", unicodedata.decimal("7"), unicodedata.decimal("٣"), unicodedata.decimal("x", None))
print("digit", unicodedata.digit("7"), unicodedata.digit("²"), unicodedata.digit("½", -1))
print("numeric", unicodedata.numeric("½"), unicodedata.numeric("7"), unicodedata.numeric("¾"), unicodedata.numeric("x", 0))
attempt("no decimal", lambda: unicodedata.decimal("x"))
attempt("no digit", lambda: unicodedata.digit("x"))
attempt("no numeric", lambda: unicodedata.numeric("x"))
attempt("form", lambda: normalize("NFX", "a"))
attempt("long", lambda: category("ab"))
print("width", [unicodedata.east_asian_width(c) for c in "a1 漢ｱＡ\u3000가"])
print("decomposition", repr(unicodedata.decomposition("é")), repr(unicodedata.decomposition("a")))
