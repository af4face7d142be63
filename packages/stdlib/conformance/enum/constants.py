import enum
import re


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1


for change in ("Color.RED = 5", "Color.CRIMSON = 5", "del Color.GREEN"):
    try:
        exec(change)
    except AttributeError as error:
        print(change, "->", error)
Color.extra = 3
print(Color.extra, list(Color), Color.RED, Color.CRIMSON)


class Unit(enum.StrEnum):
    METRE = enum.auto()
    SECOND = "s"


print(",".join(Unit), "/".join([Unit.METRE, Unit.SECOND]), Unit.METRE.join(["a", "b"]))
print(re.RegexFlag.I | re.RegexFlag.MULTILINE, re.RegexFlag.I is re.I or re.RegexFlag.I == re.I, re.RegexFlag.DOTALL)
