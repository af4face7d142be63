class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__("need %d, have %d" % (need, have))
        self.need = need


class Bank:
    def __init__(self):
        self.accounts = {}
        self.history = []

    def open(self, name, amount=0):
        if name in self.accounts:
            raise ValueError("duplicate " + name)
        self.accounts[name] = amount

    def transfer(self, a, b, amount):
        before = dict(self.accounts)
        try:
            self.accounts[a] -= amount
            if self.accounts[a] < 0:
                raise InsufficientFunds(amount, before[a])
            self.accounts[b] += amount
        except Exception as e:
            self.accounts = before
            self.history.append((a, b, amount, type(e).__name__))
            raise
        else:
            self.history.append((a, b, amount, "ok"))


bank = Bank()
for name, amount in (("ann", 100), ("bob", 50), ("cyd", 0)):
    bank.open(name, amount)
plans = [("ann", "bob", 30), ("bob", "cyd", 100), ("bob", "dan", 5), ("cyd", "ann", 1), ("bob", "cyd", 80), ("eve", "ann", 1)]
for plan in plans:
    try:
        bank.transfer(*plan)
        print(plan, "done", sorted(bank.accounts.items()))
    except InsufficientFunds as e:
        print(plan, e, e.need)
    except KeyError as e:
        print(plan, "unknown", e.args[0])
try:
    bank.open("ann")
except ValueError as e:
    print(e)
for entry in bank.history:
    print(entry)
print(sum(bank.accounts.values()))
