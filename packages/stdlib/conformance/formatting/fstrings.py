name = "World"
n = 42
pi = 3.14159
items = [1, 2, 3]
point = {"x": 1, "y": -2}
print(f"Hello {name}! {n} {n + 1} {n * 2:5d}| {pi:.2f} {name!r} {n:x} {n:#06x}")
print(f"{items[0]} {items[-1]} {len(items)} {point['x']} {sum(items) / len(items)}")
print(f"{'yes' if n > 10 else 'no'} {{braces}} {name:>10}|{name:<10}|{name:^10}|")
width = 12
print(f"{name:{width}}|{n:{width}d}|{pi:{width}.{3}f}|")
print(f"{name.upper()} {name.lower().replace('o', '0')} {name[1:3]}")
print(f"{n}" f"{name}" "plain" f"{pi:.1f}")
print(f"{[i * i for i in range(4)]} {(1, 2)} {None} {True}")
for i in range(1, 11, 3):
    print(f"{i:2d} squared is {i * i:4d}, cubed {i ** 3:5d}")
def f(x):
    return x * 2
print(f"{f(3)} {f('ab')} {f(x=[1])}")
