import typing
from typing import Any, Callable, ClassVar, Dict, Final, Generic, List, Literal, NewType, Optional, Protocol, Set, Tuple, Type
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload

T = TypeVar("T")
K = TypeVar("K", bound=int)
print("names", Any, List, Optional[int], Union[int, str], Union[int, None], List[int], Dict[str, int], Tuple[int, str])
print("more", Callable[[int, str], bool], Callable[..., int], Literal["a", 1], ClassVar[int], Final[int], Type[int], Set[str])
print("nested", Dict[str, List[Optional[int]]], Union[int, Union[str, float]], Optional[Union[int, str]], Tuple[int, ...])
print("equal", List[int] == List[int], List[int] == List[str], Union[int, str] == Union[str, int], Optional[int] == Union[int, None])
print("collapse", Union[int], Union[int, int], Optional[None], Union[int, str, int])
print("hash", len({List[int], List[int], List[str]}), {Optional[int]: 1}[Union[int, None]])
print("origin", get_origin(List[int]), get_origin(Dict[str, int]), get_origin(Optional[int]), get_origin(int), get_origin(Literal[1]))
print("args", get_args(List[int]), get_args(Dict[str, int]), get_args(Optional[int]), get_args(int), get_args(Callable[[int], str]))
print("typevar", T, K, T.__name__, K.__bound__, List[T], List[T][int], Dict[T, K].__parameters__)
print("cast", cast(int, "x"), cast("str", 5), typing.TYPE_CHECKING)
UserId = NewType("UserId", int)
print("newtype", UserId(5), UserId(5) + 1, UserId.__name__)


class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


s = Stack()
s.push(1)
s.push(2)
print("generic", s.pop(), len(s.items), isinstance(s, Stack))


class Greeter(Protocol):
    def greet(self) -> str: ...


class English:
    def greet(self) -> str:
        return "hello"


def use(greeter: Greeter) -> str:
    return greeter.greet()


print("protocol", use(English()))


@overload
def double(x: int) -> int: ...


@overload
def double(x: str) -> str: ...


def double(x):
    return x * 2


print("overload", double(2), double("a"))


class Config:
    name: str
    size: int = 5
    parent: Optional["Config"] = None


print("hints", list(get_type_hints(Config)), get_type_hints(Config)["size"], Config.__annotations__["name"])


@typing.final
class Closed:
    pass


@typing.no_type_check
def unchecked(x):
    return x


print("decorators", Closed.__name__, unchecked(1))
for name in ("Iterable", "Iterator", "Sequence", "Mapping", "Awaitable", "Generator", "Hashable", "Sized", "Pattern"):
    print(name, getattr(typing, name))
