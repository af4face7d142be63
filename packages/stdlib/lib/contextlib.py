from functools import wraps

_missing = object()


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)

        return inner


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, kwargs):
        self._make = func, args, kwargs
        self.gen = func(*args, **kwargs)

    def _recreate_cm(self):
        return _GeneratorContextManager(*self._make)

    def __enter__(self):
        value = next(self.gen, _missing)
        if value is _missing:
            raise RuntimeError("generator didn't yield")
        return value

    def __exit__(self, exc_type, value, traceback):
        if exc_type is None:
            if next(self.gen, _missing) is not _missing:
                self.gen.close()
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = exc_type()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            # the generator has ended: unless it is the same, the exception was dealt with
            return error is not value
        except BaseException as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and isinstance(error, RuntimeError):
                return False
            raise
        self.gen.close()
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwargs):
        return _GeneratorContextManager(func, args, kwargs)

    return helper


class _AsyncGeneratorContextManager:
    def __init__(self, gen):
        self.gen = gen

    async def __aenter__(self):
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield")

    async def __aexit__(self, exc_type, value, traceback):
        if exc_type is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except BaseException as error:
            if error is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwargs):
        return _AsyncGeneratorContextManager(func(*args, **kwargs))

    return helper


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._exceptions)


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        return None

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc_info):
        return None


class _Redirect:
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys

        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, *exc_info):
        import sys

        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class chdir:
    def __init__(self, path):
        self.path = path
        self._old = []

    def __enter__(self):
        import os

        self._old.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *exc_info):
        import os

        os.chdir(self._old.pop())


def _qualified(cls):
    module = getattr(cls, "__module__", None)
    return "%s.%s" % (module or "builtins", getattr(cls, "__qualname__", cls.__name__))


class ExitStack:
    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def push(self, exit):
        method = getattr(exit, "__exit__", None)
        self._exits.append(exit if method is None else method)
        return exit

    def enter_context(self, cm):
        if not hasattr(cm, "__enter__") or not hasattr(cm, "__exit__"):
            raise TypeError("'%s' object does not support the context manager protocol" % _qualified(type(cm)))
        result = cm.__enter__()
        self._exits.append(cm.__exit__)
        return result

    def callback(self, callback, *args, **kwargs):
        self._exits.append(lambda *exc_info: callback(*args, **kwargs) and None)
        return callback

    def pop_all(self):
        new = type(self)()
        new._exits, self._exits = self._exits, []
        return new

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, exc_type, exc_value, traceback):
        received = exc_type is not None
        failed = False
        current = exc_type, exc_value, traceback
        while self._exits:
            exit = self._exits.pop()
            try:
                if exit(*current):
                    failed = False
                    current = None, None, None
            except BaseException as error:
                failed = True
                current = type(error), error, None
        if failed:
            raise current[1]
        return received and current[0] is None


class AsyncExitStack(ExitStack):
    async def __aenter__(self):
        return self

    async def enter_async_context(self, cm):
        result = await cm.__aenter__()
        self._exits.append(cm.__aexit__)
        return result

    def push_async_exit(self, exit):
        self._exits.append(getattr(exit, "__aexit__", exit))
        return exit

    def push_async_callback(self, callback, *args, **kwargs):
        async def call(*exc_info):
            await callback(*args, **kwargs)

        self._exits.append(call)
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, exc_type, exc_value, traceback):
        received = exc_type is not None
        failed = False
        current = exc_type, exc_value, traceback
        while self._exits:
            exit = self._exits.pop()
            try:
                result = exit(*current)
                if hasattr(result, "send"):
                    result = await result
                if result:
                    failed = False
                    current = None, None, None
            except BaseException as error:
                failed = True
                current = type(error), error, None
        if failed:
            raise current[1]
        return received and current[0] is None
