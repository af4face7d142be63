# What mocks assert of their calls: methods that are bound to a mock when it is asked for one.

from unittest.mock import _shown


def _called(self):
    return "\nCalls: %r." % (list(self.mock_calls),) if self.mock_calls else ""


def _expected(self, args, kwargs):
    return _shown(self._mock_name or "mock", args, kwargs)


# A spec's signature makes f(1) and f(a=1) the same.
def _same(self, wanted, actual):
    check = self._mock_check
    if check is not None:
        try:
            a, b = check.bind(*wanted[0], **wanted[1]), check.bind(*actual[0], **actual[1])
            return a.arguments == b.arguments
        except TypeError:
            return False
    return (tuple(wanted[0]), wanted[1]) == (tuple(actual[0]), actual[1])


class Asserts:
    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or "mock"))

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(
                "Expected '%s' to not have been called. Called %d times.%s" % (self._mock_name or "mock", self.call_count, _called(self))
            )

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(
                "Expected '%s' to have been called once. Called %d times.%s" % (self._mock_name or "mock", self.call_count, _called(self))
            )

    def assert_called_with(self, *args, **kwargs):
        actual = "not called." if self.call_args is None else _expected(self, *self.call_args)
        if self.call_args is None or not _same(self, (args, kwargs), self.call_args):
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: %s" % (_expected(self, args, kwargs), actual))

    def assert_called_once_with(self, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(
                "Expected '%s' to be called once. Called %d times.%s" % (self._mock_name or "mock", self.call_count, _called(self))
            )
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, *args, **kwargs):
        if not any([_same(self, (args, kwargs), one) for one in self.call_args_list]):
            raise AssertionError("%s call not found" % _expected(self, args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        if any_order:
            left = list(self.mock_calls)
            missing = []
            for one in calls:
                if one in left:
                    left.remove(one)
                else:
                    missing.append(one)
            if missing:
                raise AssertionError(
                    "%r does not contain all of %r in its call list, found %r instead" % (self._mock_name or "mock", tuple(missing), left)
                )
        elif calls not in self.mock_calls:
            actual = "\n  Actual: %r" % (list(self.mock_calls),) if self.mock_calls else ""
            raise AssertionError("Calls not found.\nExpected: %r%s" % (calls, actual))
