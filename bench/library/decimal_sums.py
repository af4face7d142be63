from decimal import Decimal
total = Decimal("0")
tax = Decimal("0.19")
for i in range(20000):
    price = Decimal(i) / 100
    total += price * (1 + tax)
print(total, total.quantize(Decimal("0.01")))
