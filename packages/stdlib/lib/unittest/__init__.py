import sys
import time


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


def skip(reason=""):
    def decorate(item):
        if isinstance(item, type):
            item.__unittest_skip__ = True
            item.__unittest_skip_why__ = reason
            return item

        return _Skipped(reason)

    if callable(reason):
        function, reason = reason, ""
        return decorate(function)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _same


def skipUnless(condition, reason):
    return _same if condition else skip(reason)


def _same(item):
    return item


class _Skipped:
    def __init__(self, reason):
        self.reason = reason


class _Expected:
    def __init__(self, function):
        self.function = function


def expectedFailure(test_item):
    return _Expected(test_item)


class _Raises:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case = case
        self.expected = expected
        self.pattern = pattern
        self.msg = msg
        self.exception = None
        self.by = ""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if exc_type is None:
            self.case.fail(self.case._formatMessage(self.msg, " or ".join([kind.__name__ for kind in names]) + " not raised" + self.by))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value
        if self.pattern is not None and not _search(self.pattern, str(exc_value)):
            pattern = getattr(self.pattern, "pattern", self.pattern)
            self.case.fail(self.case._formatMessage(self.msg, '"%s" does not match "%s"' % (pattern, exc_value)))
        return True


def _search(pattern, text):
    import re

    return pattern.search(text) if hasattr(pattern, "search") else re.search(pattern, text)


class _SubTest:
    def __init__(self, case, message, params):
        self.case = case
        parts = [] if message is None else ["[%s]" % message]
        if params:
            parts.append("(%s)" % ", ".join(["%s=%r" % item for item in params.items()]))
        self.description = " ".join(parts) or "(<subtest>)"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            return False
        if issubclass(exc_type, (KeyboardInterrupt, SystemExit)):
            return False
        self.case._result._add(self.case, exc_value, self.description)
        self.case._failed_inside = True
        return True


class _Logs:
    def __init__(self, case, logger, level, none):
        self.case = case
        self.logger = logger
        self.level = level
        self.none = none
        self.records = []
        self.output = []

    def __enter__(self):
        import logging

        logger = self.logger
        if not isinstance(logger, logging.Logger):
            logger = logging.getLogger(logger)
        watcher = self

        class Watcher(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append("%s:%s:%s" % (record.levelname, record.name, record.getMessage()))

        self._logger = logger
        self._old = logger.handlers, logger.level, logger.propagate
        level = logging.INFO if self.level is None else logging._check(self.level)
        logger.handlers = [Watcher()]
        logger.setLevel(level)
        logger.propagate = False
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self._logger.handlers, self._logger.level, self._logger.propagate = self._old
        if exc_type is not None:
            return False
        if self.none and self.records:
            self.case.fail("Unexpected logs found: %r" % (self.output,))
        if not self.none and not self.records:
            self.case.fail("no logs of level %s or higher triggered on %s" % (self.level or "INFO", self._logger.name))


def _short(value, maximum=80):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if len(text) <= maximum else text[:maximum] + " [truncated]..."


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._result = None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def enterContext(self, cm):
        result = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return result

    def countTestCases(self):
        return 1

    def id(self):
        return "%s.%s.%s" % (type(self).__module__ or "__main__", type(self).__name__, self._testMethodName)

    def shortDescription(self):
        return None

    def __str__(self):
        return "%s (%s)" % (self._testMethodName, self.id())

    def _body(self, method):
        answer = method()
        if hasattr(answer, "send"):
            import asyncio

            asyncio.run(answer)

    def run(self, result=None):
        result = result or TestResult()
        self._result = result
        self._failed_inside = False
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        expected = isinstance(method, _Expected)
        if expected:
            function = method.function
            method = lambda: function(self)
        problem = None
        try:
            if getattr(type(self), "__unittest_skip__", False):
                raise SkipTest(type(self).__unittest_skip_why__)
            if isinstance(method, _Skipped):
                raise SkipTest(method.reason)
            self._body(self.setUp)
            try:
                self._body(method)
            except (KeyboardInterrupt, SystemExit):
                raise
            except BaseException as error:
                problem = error
            try:
                self._body(self.tearDown)
            except Exception as error:
                problem = problem or error
        except SkipTest as error:
            problem = error
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            problem = error
        try:
            self.doCleanups()
        except Exception as error:
            problem = problem or error
        if expected:
            if problem is None:
                result.addUnexpectedSuccess(self)
            else:
                result.addExpectedFailure(self, (type(problem), problem, None))
        elif problem is not None:
            result._add(self, problem, None)
        elif not self._failed_inside:
            result.addSuccess(self)
        result.stopTest(self)
        return result

    __call__ = run

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def _formatMessage(self, msg, standard):
        if msg is None:
            return standard
        return "%s : %s" % (standard, msg) if self.longMessage else msg

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, condition, msg, standard):
        if not condition:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, "%s is not true" % _short(expr))

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, "%s is not false" % _short(expr))

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        standard = "%s != %s" % (_short(first), _short(second))
        kind = type(first)
        if kind is type(second) and kind in (list, tuple):
            standard = _sequences(kind, first, second)
        elif kind is type(second) and kind in (str, dict) and (kind is dict or "\n" in first or len(first) < 80):
            standard += "\n" + _difference(first, second)
        elif kind is type(second) and kind in (set, frozenset):
            standard = _sets(first, second)
        self._check(False, msg, standard)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, "%s == %s" % (_short(first), _short(second)))

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, "%s is not %s" % (_short(expr1), _short(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, "unexpectedly identical: %s" % _short(expr1))

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, "%s is not None" % _short(obj))

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, "%s not found in %s" % (_short(member), _short(container)))

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, "%s unexpectedly found in %s" % (_short(member), _short(container)))

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, "%s is not an instance of %r" % (_short(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, "%s is an instance of %r" % (_short(obj), cls))

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, "%s not greater than %s" % (_short(a), _short(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, "%s not greater than or equal to %s" % (_short(a), _short(b)))

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, "%s not less than %s" % (_short(a), _short(b)))

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, "%s not less than or equal to %s" % (_short(a), _short(b)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        distance = abs(first - second)
        if delta is not None:
            standard = "%s != %s within %s delta (%s difference)" % (_short(first), _short(second), _short(delta), _short(distance))
            self._check(distance <= delta, msg, standard)
            return
        places = 7 if places is None else places
        standard = "%s != %s within %r places (%s difference)" % (_short(first), _short(second), places, _short(distance))
        self._check(round(distance, places) == 0, msg, standard)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        distance = abs(first - second)
        if delta is not None:
            near = distance <= delta
            standard = "%s == %s within %s delta (%s difference)" % (_short(first), _short(second), _short(delta), _short(distance))
        else:
            places = 7 if places is None else places
            near = round(distance, places) == 0
            standard = "%s == %s within %r places" % (_short(first), _short(second), places)
        self._check(not (first == second or near), msg, standard)

    def assertCountEqual(self, first, second, msg=None):
        left = list(second)
        extra = []
        for item in first:
            if item in left:
                left.remove(item)
            else:
                extra.append(item)
        self._check(not left and not extra, msg, "Element counts were not equal:\nFirst has %r, Second has %r" % (extra, left))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(expected_exception, None, args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(expected_exception, expected_regex, args, kwargs)

    def _raises(self, expected, pattern, args, kwargs):
        context = _Raises(self, expected, pattern, kwargs.pop("msg", None))
        if not args:
            return context
        context.by = " by " + getattr(args[0], "__name__", str(args[0]))
        with context:
            args[0](*args[1:], **kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        import warnings

        catch = warnings.catch_warnings(record=True)
        case = self

        class Context:
            def __enter__(self):
                self.log = catch.__enter__()
                warnings.simplefilter("always")
                return self

            def __exit__(self, exc_type, *rest):
                catch.__exit__(exc_type, *rest)
                if exc_type is None and not any([issubclass(item.category, expected_warning) for item in self.log]):
                    case.fail("%s not triggered" % expected_warning.__name__)

        context = Context()
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = getattr(expected_regex, "pattern", expected_regex)
        self._check(_search(expected_regex, text), msg, "Regex didn't match: %r not found in %r" % (pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        found = _search(unexpected_regex, text)
        pattern = getattr(unexpected_regex, "pattern", unexpected_regex)
        if found:
            self._check(False, msg, "Regex matched: %r matches %r in %r" % (found.group(), pattern, text))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertEqual(list1, list2, msg)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if list(seq1) != list(seq2):
            self._check(False, msg, _sequences(seq_type, seq1, seq2))

    assertTupleEqual = assertSetEqual = assertDictEqual = assertMultiLineEqual = assertListEqual

    def addTypeEqualityFunc(self, typeobj, function):
        pass


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def _body(self, method):
        if method == self.setUp:
            super()._body(method)
            super()._body(self.asyncSetUp)
        elif method == self.tearDown:
            super()._body(self.asyncTearDown)
            super()._body(method)
        else:
            super()._body(method)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__("runTest")
        self.runTest = testFunc


def _sequences(kind, first, second):
    name = "Sequences" if kind is None else {list: "Lists", tuple: "Tuples"}[kind]
    lines = ["%s differ: %s != %s" % (name, _short(first), _short(second)), ""]
    for i in range(min(len(first), len(second))):
        if first[i] != second[i]:
            lines += ["First differing element %d:" % i, _short(first[i]), _short(second[i]), ""]
            break
    if len(first) != len(second):
        longer, other = ("First", first) if len(first) > len(second) else ("Second", second)
        at = min(len(first), len(second))
        kind_name = "sequence" if kind is None else kind.__name__
        lines += [
            "%s %s contains %d additional elements." % (longer, kind_name, abs(len(first) - len(second))),
            "First extra element %d:" % at,
            _short(other[at]),
            "",
        ]
    return "\n".join(lines) + _difference(first, second)


def _sets(first, second):
    lines = []
    for title, items in (("first", first - second), ("second", second - first)):
        if items:
            lines.append("Items in the %s set but not the %s:" % (title, "second" if title == "first" else "first"))
            lines += [repr(item) for item in items]
    return "\n".join(lines)


def _difference(first, second):
    try:
        import difflib

        if isinstance(first, str):
            a, b = first.splitlines(True), second.splitlines(True)
            if len(a) == 1 and first.strip("\r\n") == first:
                a, b = [first + "\n"], [second + "\n"]
            return "".join(difflib.ndiff(a, b))
        from pprint import pformat

        return "\n".join(difflib.ndiff(pformat(first).splitlines(), pformat(second).splitlines()))
    except ImportError:
        return "- %r\n+ %r\n" % (first, second)


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=1):
        self.stream = stream
        self.verbosity = verbosity
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def startTest(self, test):
        self.testsRun += 1
        if self.verbosity > 1:
            self._write("%s ... " % test)

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _write(self, text):
        if self.stream is not None:
            self.stream.write(text)

    def _tell(self, letter, word):
        self._write(word + "\n" if self.verbosity > 1 else letter if self.verbosity == 1 else "")

    def _add(self, test, error, description):
        name = test if description is None else "%s %s" % (test, description)
        if isinstance(error, SkipTest):
            self.addSkip(name, str(error))
        elif isinstance(error, AssertionError):
            self.addFailure(name, (type(error), error, None))
        else:
            self.addError(name, (type(error), error, None))

    def _report(self, info):
        import traceback

        return "".join(traceback.format_exception(info[1]))

    def addSuccess(self, test):
        self._tell(".", "ok")

    def addFailure(self, test, err):
        self.failures.append((test, self._report(err)))
        self._tell("F", "FAIL")

    def addError(self, test, err):
        self.errors.append((test, self._report(err)))
        self._tell("E", "ERROR")

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))
        self._tell("s", "skipped %r" % reason)

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._report(err)))
        self._tell("x", "expected failure")

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._tell("u", "unexpected success")


TextTestResult = TestResult


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def run(self, result):
        last = None
        for test in self._tests:
            if result.shouldStop:
                break
            if isinstance(test, TestCase) and type(test) is not last:
                if last is not None:
                    last.tearDownClass()
                last = type(test)
                try:
                    last.setUpClass()
                except Exception as error:
                    result._add("setUpClass (%s)" % last.__name__, error, None)
                    break
            test.run(result)
        if last is not None:
            last.tearDownClass()
        return result

    __call__ = run


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return sorted([name for name in dir(testCaseClass) if name.startswith(self.testMethodPrefix)])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module):
        names = module if isinstance(module, dict) else module.__dict__
        kinds = [item for item in names.values() if isinstance(item, type) and issubclass(item, TestCase)]
        kinds = [kind for kind in kinds if kind not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase)]
        return self.suiteClass([self.loadTestsFromTestCase(kind) for kind in kinds])

    def loadTestsFromName(self, name, module=None):
        item = sys.modules["__main__"] if module is None else module
        for part in name.split("."):
            parent, item = item, getattr(item, part)
        if isinstance(item, type):
            return self.loadTestsFromTestCase(item)
        return self.suiteClass([parent(name.split(".")[-1])])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix="test"):
    return defaultTestLoader.loadTestsFromTestCase(testCaseClass)


class _Stderr:
    def write(self, text):
        print(text, end="", file=sys.stderr)

    def flush(self):
        pass


class TextTestRunner:
    resultclass = TestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, **options):
        self.stream = stream or _Stderr()
        self.verbosity = verbosity
        self.failfast = failfast

    def run(self, test):
        result = TestResult(self.stream, True, self.verbosity)
        result.failfast = self.failfast
        started = time.time()
        test(result)
        taken = time.time() - started
        write = self.stream.write
        if self.verbosity:
            write("\n")
        for title, items in (("ERROR", result.errors), ("FAIL", result.failures)):
            for name, report in items:
                write("%s\n%s: %s\n%s\n%s\n" % ("=" * 70, title, name, "-" * 70, report))
        write("-" * 70 + "\n")
        write("Ran %d test%s in %.3fs\n\n" % (result.testsRun, "" if result.testsRun == 1 else "s", taken))
        counts = [
            ("failures", len(result.failures)),
            ("errors", len(result.errors)),
            ("skipped", len(result.skipped)),
            ("expected failures", len(result.expectedFailures)),
            ("unexpected successes", len(result.unexpectedSuccesses)),
        ]
        text = ", ".join(["%s=%d" % item for item in counts if item[1]])
        write(("OK" if result.wasSuccessful() else "FAILED") + (" (%s)" % text if text else "") + "\n")
        return result


class TestProgram:
    def __init__(
        self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=None, exit=True, verbosity=1, **options
    ):
        loader = testLoader or defaultTestLoader
        names = sys.modules.get(module) if isinstance(module, str) else module
        if names is None:
            names = __import__(module)
        wanted = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest or ())
        failfast = options.get("failfast", False)
        given = sys.argv if argv is None else argv
        for arg in given[1:]:
            if arg in ("-v", "--verbose"):
                verbosity = 2
            elif arg in ("-q", "--quiet"):
                verbosity = 0
            elif arg in ("-f", "--failfast"):
                failfast = True
            elif arg[:1] != "-":
                wanted = [name for name in wanted if name != defaultTest] + [arg]
        runner = testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=failfast)
        test = loader.loadTestsFromNames(wanted, names) if wanted else loader.loadTestsFromModule(names)
        self.result = runner.run(test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram


def __getattr__(name):
    if name == "mock":
        __import__("unittest.mock")
        return sys.modules["unittest.mock"]
    raise AttributeError("module 'unittest' has no attribute '%s'" % name)
