# collections.abc: generators, and what can be awaited.

from abc import abstractmethod
from _abc_basic import _ByMethods, _coroutine, _generator, Iterator

# where the classes say that they are from
__name__ = "collections.abc"


class Generator(Iterator):
    _methods = ("__iter__", "__next__", "send", "throw", "close")
    _native = (_generator,)

    def __next__(self):
        return self.send(None)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class Awaitable(_ByMethods):
    _methods = ("__await__",)
    _native = (_coroutine,)

    @abstractmethod
    def __await__(self):
        raise NotImplementedError


class Coroutine(Awaitable):
    _methods = ("__await__", "send", "throw", "close")
    _native = (_coroutine,)


class AsyncIterable(_ByMethods):
    _methods = ("__aiter__",)

    @abstractmethod
    def __aiter__(self):
        raise NotImplementedError


class AsyncIterator(AsyncIterable):
    _methods = ("__aiter__", "__anext__")

    @abstractmethod
    def __anext__(self):
        raise NotImplementedError

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _methods = ("__aiter__", "__anext__", "asend", "athrow", "aclose")
