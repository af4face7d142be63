import textwrap
from textwrap import dedent, fill, indent, shorten, wrap

text = "The quick brown fox jumped over the lazy dog. It was well-known -- and long-lived; see e.g. http://example.com/a-b."
for width in (10, 20, 35, 70):
    print("wrap", width, wrap(text, width))
print("fill", fill(text, 30))
print("indents", fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print("long word", wrap("supercalifragilistic", 7), wrap("a supercalifragilistic b", 7, break_long_words=False))
print("hyphens", wrap("a-b-c-d-e well-known", 5), wrap("well-known fact", 6, break_on_hyphens=False))
print("whitespace", wrap("  leading and  double   spaces ", 12), wrap("a  b", 3, drop_whitespace=False))
print("tabs", wrap("a\tb\nc", 20), wrap("a\tb", 20, expand_tabs=False, replace_whitespace=False), wrap("a\tb", 20, tabsize=4))
print("lines", wrap(text, 25, max_lines=2), wrap(text, 25, max_lines=1, placeholder="..."))
print("endings", wrap("End. Next one! Yes? no", 40, fix_sentence_endings=True))
print("empty", wrap(""), wrap("   "), repr(fill("")))
print("shorten", shorten("Hello  world!", width=12), shorten("Hello world!", width=11), shorten("Hello world", width=10, placeholder="..."))
print("shorten nothing", repr(shorten("abcdefghij", width=5)), shorten("a b", 5))
print("dedent", repr(dedent("  a\n    b\n  c")), repr(dedent("\n   x\n\t y\n")), repr(dedent("  a\n\n \n  b\n")), repr(dedent("a\n  b")))
print("dedent mixed", repr(dedent("  \ta\n  b")), repr(dedent("")), repr(dedent("   \n")))
print("indent", repr(indent("a\n\n b\n", "> ")), repr(indent("a\n\nb", "> ", lambda line: True)))
wrapper = textwrap.TextWrapper(width=15, initial_indent="- ")
wrapper.subsequent_indent = "  "
print("wrapper", wrapper.wrap("one two three four five six"), wrapper.fill("x y"), wrapper.width)
for do in (lambda: wrap("a", 0), lambda: wrap("a b c", 3, max_lines=1, placeholder="......")):
    try:
        print(do())
    except ValueError as error:
        print("ValueError", error)
