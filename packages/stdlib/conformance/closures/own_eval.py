def eval(expression, env={"+": sum}):
    if isinstance(expression, list):
        return env[expression[0]]([eval(part) for part in expression[1:]])
    return expression


def run(program):
    value = eval(program)
    return value


def exec(step, depth=0):
    if depth > 2:
        return depth
    return exec(step, depth + step)


def twice(x):
    return exec(x)


print(run(["+", 1, ["+", 2, 3]]), twice(2))
