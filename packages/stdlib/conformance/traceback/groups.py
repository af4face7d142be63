import traceback


class Failure(Exception):
    pass


def parts(make):
    try:
        raise make()
    except BaseException as error:
        lines = traceback.format_exception(error)
    # places differ from interpreter to interpreter
    return [line for line in "".join(lines).split("\n") if "File " not in line and not line.strip("| ").startswith(("raise", "^"))]


def nested():
    try:
        raise KeyError("inner")
    except KeyError as error:
        other = Failure("outer")
        other.__cause__ = error
    return ExceptionGroup("top", [ValueError(1), ExceptionGroup("below", [TypeError("t"), other]), Failure()])


print("\n".join(parts(lambda: ExceptionGroup("two", [ValueError("a"), KeyError("b")]))))
print("\n".join(parts(nested)))
print("\n".join(parts(lambda: ExceptionGroup("many", [ValueError(i) for i in range(18)]))))

import json
import decimal

for bad in (lambda: json.loads("{"), lambda: decimal.Decimal("x"), lambda: Failure.missing):
    try:
        bad()
    except Exception as error:
        print(traceback.format_exception_only(error))


def inner():
    raise ValueError("deep")


def outer():
    try:
        inner()
    except ValueError as error:
        raise Failure("shallow") from error


try:
    outer()
except Failure as error:
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    print(names, [frame.name for frame in traceback.extract_tb(error.__cause__.__traceback__)])
    report = traceback.TracebackException.from_exception(error)
    print(report.exc_type, str(report), list(report.format_exception_only()), report.__cause__.exc_type, len(report.stack))
    print(traceback.format_exc().count("Traceback"), traceback.format_exc(chain=False).count("Traceback"), traceback.format_exc(limit=1).count("File"))
error = ValueError("noted")
error.add_note("first\nsecond")
print(traceback.format_exception_only(ValueError, error), traceback.format_exception(None, None, None))
