"""The module's own docstring."""


def documented():
    "One line."
    return 1


class Documented:
    """The class's docstring."""

    attribute = 1

    def method(self):
        """The method's docstring."""
        return self.attribute


print(documented(), Documented().method())
# A comment with 'quotes' and "more" and \ backslash
value = (
    1
    + 2  # inside
    + 3
)
print(value)
if True: print("one line"); print("two statements")
text = """
    indented
  less
"""
print(repr(text))
x = [
    1, 2,  # comment

    3,
]
print(x)
def empty(): pass
def dots(): ...
print(empty(), dots())
class One: attr = 1
print(One.attr)
for i in range(2): print(i); i += 1
print("a" \
      "b")
if x and \
   value:
    print("continued")
_private = __dunder = 3
print(_private, __dunder)
π = 3
print(π)
