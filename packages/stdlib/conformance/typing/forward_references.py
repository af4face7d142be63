from typing import ClassVar, Dict, List, Optional, Union, final, get_type_hints
import sys


class Node:
    value: int = 1
    next: "Node"
    other: Optional["Node"] = None
    children: List["Node"] = []
    named: Dict[str, "List[Node]"] = {}
    kind: ClassVar[str] = "s"
    plain: list["Node"] = []


print(get_type_hints(Node))
print(Node.__annotations__)


def walk(start: "Node", others: List["Node"] = None) -> "Optional[Node]": ...


print(get_type_hints(walk))
print(Union[int, str] == (int | str), (int | str) == Union[str, int], (int | str) == Union[int, float])
print(sys.modules["__main__"].Node is Node, sys.modules["__main__"].__name__)


@final
class Last:
    @final
    def method(self):
        pass


print(Last.__final__, Last.method.__final__)
try:
    Optional[int, str]
except TypeError as error:
    print(error)
