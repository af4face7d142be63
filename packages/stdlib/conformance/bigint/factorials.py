def factorial(n):
    product = 1
    for i in range(2, n + 1):
        product *= i
    return product


for n in (5, 10, 20, 25, 30, 50, 80):
    print(n, factorial(n))


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


for n in (10, 50, 90, 100, 200, 300):
    print(n, fibonacci(n))


def digits(n):
    return sum(int(c) for c in str(n))


print([digits(factorial(n)) for n in range(10, 60, 5)])
print(factorial(60) // factorial(57), factorial(40) % (10**9 + 7))
