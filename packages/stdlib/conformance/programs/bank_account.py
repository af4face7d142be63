from dataclasses import dataclass, field
from typing import List, Optional, Dict
from datetime import datetime, date
from enum import Enum, auto
import json

class TransactionType(Enum):
    DEPOSIT = auto()
    WITHDRAWAL = auto()
    TRANSFER = 'transfer'

class InsufficientFundsError(Exception):

    def __init__(self, balance, amount):
        self.balance = balance
        self.amount = amount
        super().__init__(f'Insufficient funds: balance {balance:.2f}, requested {amount:.2f}')

@dataclass
class Transaction:
    type: TransactionType
    amount: float
    when: date = field(default_factory=lambda: date(2024, 1, 15))
    note: Optional[str] = None

@dataclass
class Account:
    owner: str
    balance: float = 0.0
    history: List[Transaction] = field(default_factory=list, repr=False)

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError('Deposit must be positive')
        self.balance += amount
        self.history.append(Transaction(TransactionType.DEPOSIT, amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFundsError(self.balance, amount)
        self.balance -= amount
        self.history.append(Transaction(TransactionType.WITHDRAWAL, amount, note='atm'))

    @property
    def summary(self):
        return {'owner': self.owner, 'balance': round(self.balance, 2), 'n': len(self.history)}

class Bank:

    def __init__(self, name):
        self.name = name
        self._accounts: Dict[str, Account] = {}

    def open(self, owner, initial=0):
        if owner in self._accounts:
            raise KeyError(owner)
        acc = self._accounts[owner] = Account(owner, initial)
        return acc

    def __getitem__(self, k):
        return self._accounts[k]

    def __iter__(self):
        return iter(sorted(self._accounts.values(), key=lambda a: -a.balance))

    def __len__(self):
        return len(self._accounts)

    def __contains__(self, k):
        return k in self._accounts

    def transfer(self, a, b, amount):
        self[a].withdraw(amount)
        self[b].deposit(amount)
bank = Bank('First')
bank.open('alice', 100)
bank.open('bob', 50.5)
bank['alice'].deposit(25.25)
print(bank['alice'])
try:
    bank.transfer('bob', 'alice', 1000)
except InsufficientFundsError as e:
    print('Error:', e, e.args, type(e).__name__, repr(e))
bank.transfer('alice', 'bob', 20)
for acc in bank:
    print(f'{acc.owner:<10}|{acc.balance:>10.2f}|{len(acc.history):^5}|')
print(json.dumps([a.summary for a in bank], indent=2))
print(bank['alice'].history)
print('alice' in bank, 'carol' in bank, len(bank))
try:
    bank.open('alice')
except KeyError as e:
    print('KeyError', e, str(e), e.args)
try:
    bank['zed']
except KeyError as e:
    print(f'missing {e}')
print(TransactionType.DEPOSIT, TransactionType['TRANSFER'], TransactionType('transfer').name, list(TransactionType))
try:
    TransactionType('x')
except ValueError as e:
    print(e)
try:
    bank['alice'].deposit(-1)
except ValueError as e:
    print(e)
print(Account('x') == Account('x'), Account('x') != Account('y'))
