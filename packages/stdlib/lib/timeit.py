import time as _time

default_number = 1000000
default_repeat = 5
default_timer = _time.perf_counter


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._names = {} if globals is None else globals
        self._setup = self._callable(setup)
        self._stmt = self._callable(stmt)

    def _callable(self, code):
        if callable(code):
            return code
        if not isinstance(code, str):
            raise ValueError("stmt is neither a string nor callable")
        names = self._names
        compiled = compile(code, "<timeit>", "exec")
        return lambda: exec(compiled, names)

    def timeit(self, number=default_number):
        self._setup()
        stmt = self._stmt
        start = self.timer()
        for _ in range(number):
            stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for number in (scale, scale * 2, scale * 5):
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
