import math

operations = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a / b if b else None,
    "max": max,
    "pow": pow,
    "fmt": "{}/{}".format,
}
for name in sorted(operations):
    print(name, operations[name](7, 2), operations[name](2, 7))
print(math.sqrt(16), math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.pi > 3.14, math.gcd(12, 18) if hasattr(math, "gcd") else 6)
print(math.sin(0), math.cos(0), math.exp(0), math.log(1), math.fabs(-2.5), math.isnan(float("nan")), math.isinf(float("inf")))
print((lambda x: (lambda y: x + y))(3)(4), (lambda *a: len(a))(1, 2, 3), (lambda: None)())
pipeline = [str.strip, str.upper, lambda s: s.replace(" ", "_"), len]
value = "  some text here "
for step in pipeline:
    value = step(value)
    print(repr(value))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print([fact(n) for n in range(12)])
