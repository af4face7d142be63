# Annotations of classes, and private names.
from __future__ import annotations


class Plain:
    x: int
    y: str = "a"
    z = 5

    def method(self, a: int) -> str:
        b: int = a
        c: str
        return str(b)


print(sorted(Plain.__annotations__.items()), Plain.y, hasattr(Plain, "x"), Plain().method(3))


class Account:
    __rate = 2
    __slots_like: int = 4

    def __init__(self, balance):
        self.__balance = balance

    def __private(self, amount):
        return self.__balance + amount * self.__rate

    def deposit(self, amount):
        self.__balance = self.__private(amount)
        return self.__balance

    def same(self, other):
        return self.__balance == other.__balance


account = Account(10)
print(account.deposit(5), account._Account__balance, hasattr(account, "__balance"), Account._Account__rate)
print(account.same(Account(20)), sorted(Account.__annotations__))
try:
    account.__balance
except AttributeError as error:
    print(type(error).__name__)


class _Under(Account):
    __rate = 100

    def rate(self):
        return self.__rate, self._Account__rate, f"{self.__rate}"


print(_Under(1).rate(), _Under._Under__rate)
value: int = 3
unset: str
print(value)
