import sys
import traceback


def inner():
    raise KeyError("k")


def outer():
    inner()


try:
    outer()
except KeyError as error:
    text = traceback.format_exc()
    print("first", text.split("\n")[0])
    print("last", text.split("\n")[-2])
    print("names", [line.split(", in ")[1] for line in text.split("\n") if ", in " in line])
    print("only", traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    print("same", "".join(traceback.format_exception(error)) == text)
    print("old form", traceback.format_exception(type(error), error, error.__traceback__)[-1])
    print("info", sys.exc_info()[0].__name__, sys.exc_info()[1] is error)

try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("second") from error
except ValueError as error:
    text = "".join(traceback.format_exception(error))
    print("cause", "ZeroDivisionError: division by zero" in text, "direct cause" in text, text.strip().split("\n")[-1])
    print("no text", traceback.format_exception_only(ValueError()), traceback.format_exception_only(KeyError("x")))


class Custom(Exception):
    pass


error = Custom("a", 1)
error.add_note("a note")
print("custom", traceback.format_exception_only(error))
