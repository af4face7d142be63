from dataclasses import dataclass, field, replace


@dataclass(order=True)
class Item:
    name: str
    price: float
    quantity: int = 1
    tags: list = field(default_factory=list)

    def total(self):
        return self.price * self.quantity


items = [Item("item%d" % (i * 7919 % 10007), (i % 97) / 4, i % 5) for i in range(10000)]
changed = [replace(item, quantity=item.quantity + 1) for item in items[:3000]]
items.sort()
print(sum([item.total() for item in items]), repr(changed[0]), changed[5] == items[5], items[0] < items[1])
