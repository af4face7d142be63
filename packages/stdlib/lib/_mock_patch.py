# unittest.mock.patch

from unittest.mock import _coroutine_function, _missing, DEFAULT, MagicMock, NonCallableMock


def _is_coroutine_function(function):
    return type(function) is _coroutine_function


# What a name with dots means.
def _resolve(name):
    from importlib import import_module

    parts = name.split(".")
    found = import_module(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            import_module(path)
            found = getattr(found, part)
    return found


class _Patch:
    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.options = spec, create, spec_set, autospec, new_callable
        self.kwargs = kwargs
        self.others = []

    def copy(self):
        made = _Patch(self.getter, self.attribute, self.new, *self.options, self.kwargs)
        made.attribute_name = self.attribute_name
        return made

    def __enter__(self):
        spec, create, spec_set, autospec, new_callable = self.options
        target = self.target = self.getter()
        original = getattr(target, self.attribute, _missing)
        self.local = self.attribute in getattr(target, "__dict__", ()) or not isinstance(target, type)
        if original is _missing and not create:
            raise AttributeError("%r does not have the attribute %r" % (target, self.attribute))
        own = target.__dict__.get(self.attribute, original) if isinstance(target, type) else original
        self.original = own
        new = self.new
        if autospec is not None and autospec is not False:
            from _mock_more import create_autospec

            new = create_autospec(original if autospec is True else autospec, spec_set=bool(spec_set), **self.kwargs)
        elif new is DEFAULT:
            options = dict(self.kwargs)
            if spec is not None:
                options["spec"] = original if spec is True else spec
            if spec_set is not None:
                options["spec_set"] = original if spec_set is True else spec_set
            kind = new_callable or MagicMock
            if new_callable is None and _is_coroutine_function(original):
                from _mock_more import AsyncMock as kind
            if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                options.setdefault("name", self.attribute)
            new = kind(**options)
        setattr(target, self.attribute, new)
        if self.attribute_name is not None:
            made = {self.attribute_name: new}
            for other in self.others:
                made.update(other.__enter__())
            return made
        return new

    def __exit__(self, *exc_info):
        for other in reversed(self.others):
            other.__exit__(*exc_info)
        if self.original is _missing or not self.local:
            delattr(self.target, self.attribute)
        else:
            setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        made = self.__enter__()
        _started.append(self)
        return made

    def stop(self):
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        return _decorated(func, self, self.attribute_name is None and self.new is DEFAULT)


_started = []


# A function that runs with patches, whose mocks are its last arguments.
def _decorated(func, patching, gives):
    if hasattr(func, "patchings"):
        func.patchings.append((patching, gives))
        return func
    patchings = [(patching, gives)]

    def enter(args, kwargs):
        entered = []
        try:
            for one, gives in patchings:
                made = one.__enter__()
                entered.append(one)
                if gives:
                    args += (made,)
                elif getattr(one, "attribute_name", None) is not None:
                    kwargs.update(made)
        except BaseException:
            leave(entered)
            raise
        return entered, args

    def leave(entered):
        for one in reversed(entered):
            one.__exit__(None, None, None)

    if _is_coroutine_function(func):

        async def patched(*args, **kwargs):
            entered, args = enter(args, kwargs)
            try:
                return await func(*args, **kwargs)
            finally:
                leave(entered)

    else:

        def patched(*args, **kwargs):
            entered, args = enter(args, kwargs)
            try:
                return func(*args, **kwargs)
            finally:
                leave(entered)

    from functools import wraps

    patched = wraps(func)(patched)
    patched.patchings = patchings
    return patched


def patch(
    target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs
):
    owner, _, attribute = target.rpartition(".")
    if not owner:
        raise TypeError("Need a valid target to patch. You supplied: %r" % (target,))
    return _Patch(lambda: _resolve(owner), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = (lambda: _resolve(target)) if isinstance(target, str) else lambda: target
    patches = []
    for attribute, new in kwargs.items():
        one = _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        patches.append(one)
    patches[0].others = patches[1:]
    return patches[0]


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def copy(self):
        return _PatchDict(self.in_dict, self.values, self.clear)

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        self.original = dict(self.in_dict.items())
        if self.clear:
            self._empty()
        self.in_dict.update(self.values)
        return self.in_dict

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *exc_info):
        self._empty()
        self.in_dict.update(self.original)
        return False

    def start(self):
        made = self.__enter__()
        _started.append(self)
        return made

    def stop(self):
        if self in _started:
            _started.remove(self)
            self.__exit__()

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        return _decorated(func, self, False)


def _stop_all():
    while _started:
        _started[-1].stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"
