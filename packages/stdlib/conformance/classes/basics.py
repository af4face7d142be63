class Account:
    count = 0
    bank = "First"

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.count += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        return self

    def __repr__(self):
        return "Account(%r, %d)" % (self.owner, self.balance)

    def __str__(self):
        return "%s has %d" % (self.owner, self.balance)


a = Account("Ann")
b = Account("Bob", 100)
print(a, b, repr(a), [a, b], Account.count, a.count)
print(a.deposit(50).deposit(25).balance)
try:
    a.deposit(-1)
except ValueError as e:
    print("ValueError", e)
a.bank = "Second"
print(a.bank, b.bank, Account.bank)
print(hasattr(a, "owner"), hasattr(a, "nope"), getattr(a, "balance"), getattr(a, "nope", "default"))
setattr(b, "owner", "Rob")
b.extra = [1]
print(b, b.extra, isinstance(a, Account), isinstance(a, int), type(a) is Account, type(a).__name__)
del b.extra
try:
    b.extra
except AttributeError:
    print("AttributeError")
bound = a.deposit
print(bound(1), Account.deposit(a, 1), callable(a), callable(bound), a == a, a == b, a is a)


class Empty:
    pass


e = Empty()
e.x = 1
e.x += 1
print(e.x, bool(e), e.__class__ is Empty, Empty.__name__)
